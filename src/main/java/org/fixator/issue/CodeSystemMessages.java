package org.fixator.issue;

import java.util.List;

/** What can be wrong with the content of a code system when it is compiled. */
public final class CodeSystemMessages {

    private CodeSystemMessages() {}

    public static Issue missingCode(String codeSystem, String where) {
        return content("A concept of the code system '" + codeSystem + "' has no code (" + where + ")");
    }

    public static Issue duplicateCode(String codeSystem, String code) {
        return new Issue(
                Severity.ERROR,
                IssueType.DUPLICATE,
                TxIssueType.INVALID_DATA,
                null,
                "The code '" + code + "' stands more than once in the code system '" + codeSystem + "'",
                null);
    }

    /** @param parent the code that should be there */
    public static Issue orphan(String codeSystem, String code, String parent) {
        return content("The concept '" + code + "' of the code system '" + codeSystem + "' names '" + parent
                + "' in its hierarchy, which is not a code of this code system");
    }

    /** @param codes each a child of the next, the last a child of the first */
    public static Issue cycle(String codeSystem, List<String> codes) {
        return content("The hierarchy of the code system '" + codeSystem + "' has a cycle: " + String.join(" < ", codes)
                + " < " + codes.get(0));
    }

    private static Issue content(String text) {
        return new Issue(Severity.ERROR, IssueType.BUSINESS_RULE, TxIssueType.INVALID_DATA, null, text, null);
    }
}
