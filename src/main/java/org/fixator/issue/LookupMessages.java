package org.fixator.issue;

import java.util.List;
import org.fixator.coding.Canonical;
import org.jspecify.annotations.Nullable;

/** What {@code $lookup} and {@code $subsumes} have to say where they do not find what was asked for. */
public final class LookupMessages {

    private LookupMessages() {}

    /** @param versions the versions that are there */
    public static Issue unknownSystem(String url, @Nullable String version, List<String> versions) {
        String asked = "A definition for CodeSystem '" + url + "'"
                + (version == null ? "" : " version '" + version + "'") + " could not be found";
        return notFound(
                TxIssueType.NOT_FOUND,
                version == null || versions.isEmpty() ? "UNKNOWN_CODESYSTEM" : "UNKNOWN_CODESYSTEM_VERSION",
                versions.isEmpty() ? asked : asked + ". Valid versions: " + String.join(", ", versions));
    }

    /** A system that is known by its name only. */
    public static Issue noContent(String url, String content) {
        return notFound(
                TxIssueType.NOT_FOUND,
                "UNKNOWN_CODESYSTEM",
                "The CodeSystem '" + url + "' is known, but its concepts are not here (content = '" + content + "')");
    }

    /**
     * @param hints what might be meant, each a sentence
     */
    public static Issue unknownCode(String code, String url, @Nullable String version, List<String> hints) {
        String known = version == null
                ? "Unknown code '" + code + "' in the CodeSystem '" + url + "'"
                : "Unknown code '" + code + "' in the CodeSystem '" + url + "' version '" + version + "'";
        return notFound(
                TxIssueType.INVALID_CODE,
                version == null ? "Unknown_Code_in" : "Unknown_Code_in_Version",
                hints.isEmpty() ? known : known + ". " + String.join(". ", hints));
    }

    /** A hint: codes that look like the one asked for. */
    public static String nearest(List<String> codes) {
        return "Existing codes that look alike: '" + String.join("', '", codes) + "'";
    }

    /** A hint: other systems that hold the code. */
    public static String elsewhere(String code, List<String> systems) {
        return "The code '" + code + "' exists in " + String.join(", ", systems);
    }

    /** A hint: not every code of the system is here. */
    public static String fragment() {
        return "Only a fragment of this code system is loaded, so the code may exist in the rest of it";
    }

    /** Supplements that were asked for and are not there, or do not supplement what was asked about. */
    public static Issue supplementMissing(List<Canonical> supplements) {
        String missing =
                String.join(",", supplements.stream().map(Canonical::toString).toList());
        return new Issue(
                Severity.ERROR,
                IssueType.BUSINESS_RULE,
                TxIssueType.NOT_FOUND,
                "VALUESET_SUPPLEMENT_MISSING",
                (supplements.size() == 1 ? "Required supplement not found: " : "Required supplements not found: ")
                        + missing,
                null);
    }

    /** A subsumption that the content at hand does not decide. */
    public static Issue subsumptionUndecided(String url, String codeA, String codeB, String reason) {
        return new Issue(
                Severity.ERROR,
                IssueType.PROCESSING,
                TxIssueType.CANNOT_DETERMINE,
                null,
                "Whether '" + codeA + "' subsumes '" + codeB + "' cannot be determined in the CodeSystem '" + url
                        + "': " + reason,
                null);
    }

    private static Issue notFound(TxIssueType txType, String messageId, String text) {
        return new Issue(Severity.ERROR, IssueType.NOT_FOUND, txType, messageId, text, null);
    }
}
