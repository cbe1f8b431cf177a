package org.fixator.issue;

/** What can be wrong with a filter of a value set. */
public final class FilterMessages {

    private FilterMessages() {}

    /** A filter that needs a value and has none. */
    public static Issue noValue(String codeSystem, String property, String operator) {
        return filter(
                IssueType.INVALID,
                "UNABLE_TO_HANDLE_SYSTEM_FILTER_WITH_NO_VALUE",
                "The system " + codeSystem + " filter with property = " + property + ", op = " + operator
                        + " has no value");
    }

    /** A property that the code system does not have, or an operator that does not go with it. */
    public static Issue notUnderstood(
            String codeSystem, String property, String operator, String value, String reason) {
        return filter(
                IssueType.NOT_SUPPORTED,
                "FILTER_NOT_UNDERSTOOD",
                "The filter \"" + property + " " + operator + " " + value
                        + "\" was not understood in the context of the code system " + codeSystem + ": " + reason);
    }

    /** A regular expression that cannot be read. */
    public static Issue badRegex(String property, String expression, String reason) {
        return filter(
                IssueType.INVALID,
                "VALUESET_BAD_FILTER_VALUE_VALID_REGEX",
                "The value for a filter based on property '" + property + "' should be a valid regex, not '"
                        + expression + "' (err = '" + reason + "')");
    }

    /** A value other than {@code true} and {@code false}. */
    public static Issue notBoolean(String property, String value) {
        return filter(
                IssueType.INVALID,
                "VALUESET_BAD_FILTER_VALUE_BOOLEAN",
                "The value for a filter based on property '" + property + "' must be either 'true' or 'false', not '"
                        + value + "'");
    }

    /** A filter on the hierarchy that starts from a code that is not there. */
    public static Issue unknownCode(String codeSystem, String property, String operator, String code) {
        return filter(
                IssueType.CODE_INVALID,
                "VALUESET_BAD_FILTER_VALUE_VALID_CODE",
                "The code '" + code + "' of the filter with property = " + property + ", op = " + operator
                        + " is not in the code system '" + codeSystem + "'");
    }

    private static Issue filter(IssueType type, String messageId, String text) {
        return new Issue(Severity.ERROR, type, TxIssueType.VS_INVALID, messageId, text, null);
    }
}
