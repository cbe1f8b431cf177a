package org.fixator.issue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The issues of {@code $expand} and of compiling a value set; texts follow HL7's message catalogue where it has one. */
public final class ExpansionMessages {

    private ExpansionMessages() {}

    /** Two versions given for one system by the same parameter. */
    public static Issue contradictingVersions(String parameter, String system, String one, String other) {
        boolean force = parameter.startsWith("force");
        return new Issue(
                Severity.ERROR,
                IssueType.EXCEPTION,
                TxIssueType.VERSION_ERROR,
                force ? "SYSTEM_VERSION_MULTIPLE_OVERRIDE" : "SYSTEM_VERSION_MULTIPLE_DEFAULT",
                "Multiple " + (force ? "version overrides" : "default versions") + " found for system " + system + ": '"
                        + one + "', '" + other + "' (" + parameter + ")",
                null);
    }

    /** The code system of an include is not here, or not in the version looked for. */
    public static Issue codeSystemNotFound(String system, @Nullable String version, List<String> known) {
        if (version == null) {
            return notFound(
                    "UNKNOWN_CODESYSTEM_EXP",
                    "A definition for CodeSystem '" + system
                            + "' could not be found, so the value set cannot be expanded");
        }
        String text = "A definition for CodeSystem '" + system + "' version '" + version
                + "' could not be found, so the value set cannot be expanded. ";
        return known.isEmpty()
                ? notFound("UNKNOWN_CODESYSTEM_VERSION_EXP_NONE", text + "No versions of this code system are known")
                : notFound("UNKNOWN_CODESYSTEM_VERSION_EXP", text + "Valid versions: " + listed(known));
    }

    /** A version that {@code check-system-version} does not allow. */
    public static Issue versionNotAllowed(String system, @Nullable String version, String required) {
        return new Issue(
                Severity.ERROR,
                IssueType.EXCEPTION,
                TxIssueType.VERSION_ERROR,
                "VALUESET_VERSION_CHECK",
                "The version '" + (version == null ? "" : version) + "' is not allowed for system '" + system
                        + "': required to be '" + required + "' by a version-check parameter",
                null);
    }

    private static Issue notFound(String messageId, String text) {
        return new Issue(Severity.ERROR, IssueType.NOT_FOUND, TxIssueType.NOT_FOUND, messageId, text, null);
    }

    /** {@code a}; {@code a or b}; {@code a, b and c}: HL7's servers list versions so. */
    private static String listed(List<String> items) {
        int last = items.size() - 1;
        if (last == 0) {
            return items.get(0);
        }
        return String.join(", ", items.subList(0, last)) + (last == 1 ? " or " : " and ") + items.get(last);
    }
}
