package org.fixator.issue;

import org.jspecify.annotations.Nullable;

/**
 * Every issue this server can raise, each made in one place: severity, type, tx-issue-type, message id and text
 * together. Message ids are those of HL7's message catalogue where it has the message. Grouped by the question that
 * raises them; texts of the {@code $validate-code} family follow HL7's terminology ecosystem suite.
 */
public final class Messages {

    private Messages() {}

    /** A request that is not well-formed: a missing, doubled or unreadable parameter. */
    public static Issue invalidRequest(String text, @Nullable String expression) {
        return new Issue(Severity.ERROR, IssueType.INVALID, null, null, text, expression);
    }

    /** A parameter that this server knows by name and does not support. */
    public static Issue unsupportedParameter(String name) {
        return new Issue(
                Severity.ERROR,
                IssueType.NOT_SUPPORTED,
                null,
                null,
                "The parameter '" + name + "' is not supported by this server",
                name);
    }

    /** A value set that is neither stored nor sent with the request. */
    public static Issue valueSetNotFound(String canonical) {
        return new Issue(
                Severity.ERROR,
                IssueType.NOT_FOUND,
                TxIssueType.NOT_FOUND,
                "Unable_to_resolve_value_Set_",
                "A definition for the value Set '" + canonical + "' could not be found",
                null);
    }
}
