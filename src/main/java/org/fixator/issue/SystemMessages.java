package org.fixator.issue;

/** What code systems with rules of their own have to say: filters that they do not know, codes that they do not read. */
public final class SystemMessages {

    private SystemMessages() {}

    /** A filter whose property or operator the code system does not have. */
    public static Issue unknownFilter(String property, String operator, String value, String system) {
        return badFilter("The filter \"" + property + " " + operator + " " + value
                + "\" was not understood in the context of " + system);
    }

    /** A filter value that the code system cannot use. */
    public static Issue badFilterValue(String property, String operator, String value, String system, String reason) {
        return badFilter("The filter \"" + property + " " + operator + " " + value + "\" has a value that " + system
                + " does not know: " + reason);
    }

    /** UCUM's parser on a unit that is too long to be one. */
    public static String unitTooLong(int limit) {
        return "Error processing unit: it is longer than " + limit + " characters";
    }

    public static String unitWithEmptyCode() {
        return "Error processing unit: the code is empty; the unit of pure numbers is '1'";
    }

    /** @param character position of the second operator, from 1 */
    public static String unitDividesNothing(String code, int character) {
        return "Error processing unit '" + code + "': nothing stands before '/' that could be divided at character "
                + character;
    }

    /** @param character position of the bracket, from 1 */
    public static String unitClosesNothing(String code, int character) {
        return "Error processing unit '" + code + "': ')' without '(' at character " + character;
    }

    public static String languageSubtagUnknown(String type, String subtag, String tag) {
        return "The " + type + " '" + subtag + "' in the language tag '" + tag + "' is not registered";
    }

    public static String languageTagMalformed(String tag, String rest) {
        return "The language tag '" + tag + "' is not well-formed at '" + rest + "'";
    }

    public static String mediaTypeMalformed(String text) {
        return "'" + text + "' is not a media type: type/subtype, with parameters after a semicolon, is expected";
    }

    public static String mediaTypeUnregistered(String type) {
        return "'" + type + "' is not a registered top-level media type";
    }

    public static String uriMalformed(String text, String reason) {
        return "'" + text + "' is not a URI: " + reason;
    }

    private static Issue badFilter(String text) {
        return new Issue(Severity.ERROR, IssueType.INVALID, TxIssueType.VS_INVALID, null, text, null);
    }
}
