package org.fixator.issue;

import java.util.List;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.jspecify.annotations.Nullable;

/** What {@code $translate} has to say: its issues, and the lines of its {@code message}. */
public final class TranslateMessages {

    private TranslateMessages() {}

    /** A concept map that is neither stored nor sent with the request. */
    public static Issue conceptMapNotFound(String canonical) {
        return new Issue(
                Severity.ERROR,
                IssueType.NOT_FOUND,
                TxIssueType.NOT_FOUND,
                null,
                "The concept map '" + canonical + "' could not be found",
                null);
    }

    /** Nothing was found. */
    public static String noTranslation(
            Coding coding, @Nullable Canonical targetSystem, @Nullable Canonical map, boolean mapNamed) {
        String asked = "'" + name(coding) + "'" + (targetSystem == null ? "" : " to '" + targetSystem + "'");
        return mapNamed
                ? "The concept map " + quoted(map) + " gives no translation of " + asked
                : "No concept map known here translates " + asked;
    }

    /** A match that holds under conditions. */
    public static String onlyWhere(Coding match, List<String> conditions) {
        return "'" + name(match) + "' only where " + String.join(" and ", conditions);
    }

    /** One condition in words. */
    public static String condition(String attribute, @Nullable Coding coding, String value) {
        String display = coding == null ? null : coding.display();
        return attribute + " is " + (coding == null ? "'" + value + "'" : "'" + name(coding) + "'")
                + (display == null ? "" : " (" + display + ")");
    }

    /** A map whose unmapped codes are left to a map that is not here. */
    public static String unknownOtherMap(@Nullable Canonical map, @Nullable String other) {
        return "The concept map " + quoted(map) + " leaves unmapped codes to the concept map "
                + (other == null ? "without url" : "'" + other + "'") + ", which could not be found";
    }

    /** A mode of unmapped that FHIR does not define. */
    public static String unknownUnmappedMode(@Nullable Canonical map, String mode) {
        return "The concept map " + quoted(map) + " has the unknown mode '" + mode + "' for unmapped codes";
    }

    private static String quoted(@Nullable Canonical map) {
        return map == null ? "of the request" : "'" + map + "'";
    }

    private static String name(Coding coding) {
        String code = coding.code() == null ? "" : coding.code();
        return coding.system() == null ? code : coding.system() + "#" + code;
    }
}
