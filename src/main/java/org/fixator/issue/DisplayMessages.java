package org.fixator.issue;

import java.util.List;

/** The issues that {@code $validate-code} raises about displays. */
public final class DisplayMessages {

    private DisplayMessages() {}

    /**
     * A display that none of the concept's names is.
     *
     * @param whitespace whether only white space differs
     * @param valid the right displays, each quoted and with its language
     * @param languages the languages asked for, {@code --} for none
     */
    public static Issue wrong(
            Severity severity,
            boolean whitespace,
            String display,
            String concept,
            List<String> valid,
            String languages,
            String path) {
        String right = "Valid display is " + oneOf(valid);
        return display(
                severity,
                whitespace
                        ? "Display_Name_WS_for__should_be_one_of__instead_of"
                        : "Display_Name_for__should_be_one_of__instead_of",
                (whitespace ? "Wrong whitespace in Display Name '" : "Wrong Display Name '") + display + "' for "
                        + concept + ". " + right + " (for the language(s) '" + languages + "')",
                path);
    }

    /** A display of a code that users give a meaning: it may be right, and only a supplement can say so. */
    public static Issue notFixed(String display, String concept, List<String> known, String languages, String path) {
        String right = known.isEmpty() ? "No display is known" : "Known display is " + oneOf(known);
        return display(
                Severity.INFORMATION,
                "Display_Name_Not_Fixed_use_Supplement",
                "The display name '" + display + "' is not a known display name for " + concept + ". " + right
                        + " (for the language(s) '" + languages
                        + "'). Use a supplement to define displays for user assigned codes",
                path);
    }

    private static String oneOf(List<String> names) {
        return names.size() == 1 ? names.get(0) : "one of " + names.size() + " choices: " + Words.or(names);
    }

    /** A display in the default language where the languages asked for have none. */
    public static Issue validInDefaultLanguage(String display, String concept, String languages, String path) {
        return display(
                Severity.INFORMATION,
                "NO_VALID_DISPLAY_FOUND_NONE_FOR_LANG_OK",
                "There are no valid display names found for the code " + concept + " for language(s) '" + languages
                        + "'. The display is '" + display + "' which is a valid display for the default language",
                path);
    }

    /** A display that is wrong where the languages asked for have none. */
    public static Issue wrongWithNoneInLanguage(
            Severity severity, String display, String concept, String languages, String defaultDisplay, String path) {
        return display(
                severity,
                "NO_VALID_DISPLAY_FOUND_NONE_FOR_LANG_ERR",
                "Wrong Display Name '" + display + "' for " + concept
                        + ". There are no valid display names found for language(s) '" + languages
                        + "'. Default display is '" + defaultDisplay + "'",
                path);
    }

    /** A display that cannot be checked because the concept has none. */
    public static Issue noneKnown(String display, String concept, String languages, String path) {
        return display(
                Severity.WARNING,
                "NO_VALID_DISPLAY_AT_ALL",
                "Cannot validate display '" + display + "' for " + concept + " in language " + languages
                        + ": No displays are known",
                path);
    }

    /** A display that was right once. */
    public static Issue noLongerCorrect(String display, String code, String status, List<String> right, String path) {
        StringBuilder quoted = new StringBuilder();
        for (String name : right) {
            quoted.append(quoted.isEmpty() ? "" : ",").append('"').append(name).append('"');
        }
        return new Issue(
                Severity.WARNING,
                IssueType.INVALID,
                TxIssueType.DISPLAY_COMMENT,
                "INACTIVE_DISPLAY_FOUND",
                "'" + display + "' is no longer considered a correct display for code '" + code + "' (status = "
                        + status + "). The correct display is one of " + quoted + ".",
                path);
    }

    /** A display that is not compared because the publisher's own wording is not loaded. */
    public static Issue paraphrased(String display, String concept, String path) {
        return new Issue(
                Severity.INFORMATION,
                IssueType.INFORMATIONAL,
                TxIssueType.DISPLAY_COMMENT,
                null,
                "The display '" + display + "' was not compared: the publisher's descriptor of " + concept
                        + " is licensed and not loaded, and the display served here is a paraphrase",
                path);
    }

    private static Issue display(Severity severity, String id, String text, String path) {
        return new Issue(severity, IssueType.INVALID, TxIssueType.INVALID_DISPLAY, id, text, path);
    }
}
