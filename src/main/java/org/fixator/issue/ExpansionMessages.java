package org.fixator.issue;

import java.util.List;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;
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

    /** A code system whose concepts are not here, or are no concepts of its own. */
    public static Issue noContent(String system, ContentMode content) {
        String why =
                switch (content) {
                    case SUPPLEMENT -> "defines a supplement";
                    case EXAMPLE -> "has only example content";
                    default -> "has no content";
                };
        return new Issue(
                Severity.ERROR,
                IssueType.BUSINESS_RULE,
                TxIssueType.VS_INVALID,
                null,
                "The code system definition for " + system + " " + why + ", so this expansion cannot be performed",
                null);
    }

    /** A value set that is to be imported and is not here. */
    public static Issue importNotFound(Canonical valueSet, boolean excluding) {
        String version = valueSet.version();
        return notFound(
                "VS_EXP_IMPORT_UNK" + (version == null ? "" : "_PINNED") + (excluding ? "_X" : ""),
                "Unable to find " + (excluding ? "excluded" : "included") + " value set '" + valueSet.url() + "'"
                        + (version == null ? "" : " version '" + version + "'"));
    }

    /** A value set that imports itself, perhaps by way of others. */
    public static Issue circularImport(String valueSet, List<String> pathway) {
        return invalid(
                IssueType.PROCESSING,
                "VALUESET_CIRCULAR_REFERENCE",
                "Found a circularity pointing to " + valueSet + " processing ValueSet with pathway " + pathway,
                null);
    }

    /** Value sets that import one another in too long a chain. */
    public static Issue importsTooDeep(String valueSet, int deepest) {
        return new Issue(
                Severity.ERROR,
                IssueType.TOO_COSTLY,
                TxIssueType.VS_INVALID,
                null,
                "The imports of the value set '" + valueSet + "' are nested more than " + deepest + " deep",
                null);
    }

    /** A value set without a definition and without an expansion. */
    public static Issue nothingToExpand(String valueSet) {
        return invalid(
                IssueType.BUSINESS_RULE,
                null,
                "The value set '" + valueSet + "' has neither a compose nor an expansion, so its content is not known",
                null);
    }

    /** A locked date would ask for versions by date. */
    public static Issue lockedDate(String valueSet) {
        return invalid(
                IssueType.BUSINESS_RULE,
                null,
                "Cannot process ValueSet " + valueSet + " due to the presence of a lockedDate on the compose",
                null);
    }

    /** An include that says nothing (invariant vsd-1). */
    public static Issue includeWithoutSource(String at) {
        return invalid(
                IssueType.INVALID, null, at + " names neither a code system nor a value set (invariant vsd-1)", at);
    }

    /** Concepts or filters of no code system (invariant vsd-2). */
    public static Issue includeWithoutSystem(String at) {
        return invalid(
                IssueType.INVALID, null, at + " has concepts or filters but no code system (invariant vsd-2)", at);
    }

    /** Concepts and filters in one include (invariant vsd-3). */
    public static Issue includeWithConceptsAndFilters(String at) {
        return invalid(IssueType.INVALID, null, at + " has both concepts and filters (invariant vsd-3)", at);
    }

    /** A filter that does not say what for. */
    public static Issue filterWithoutValue(String system, String property, String operator, String at) {
        return invalid(
                IssueType.INVALID,
                "UNABLE_TO_HANDLE_SYSTEM_FILTER_WITH_NO_VALUE",
                "The system " + system + " filter with property = " + property + ", op = " + operator + " has no value",
                at);
    }

    /** A question that a stored expansion cannot answer. */
    public static Issue onlyAnExpansion(String system) {
        return invalid(
                IssueType.NOT_SUPPORTED,
                null,
                "Of the code system " + system + " only a stored expansion is known, which has no hierarchy and no"
                        + " properties to filter by",
                null);
    }

    /** A page that begins or ends before the first concept. */
    public static Issue negative(String parameter, int value) {
        return new Issue(
                Severity.ERROR,
                IssueType.INVALID,
                null,
                null,
                "The parameter '" + parameter + "' must not be negative, but is " + value,
                parameter);
    }

    /** A display language that cannot be read. */
    public static Issue badLanguage(String text, String why) {
        return new Issue(
                Severity.ERROR,
                IssueType.INVALID,
                null,
                "INVALID_DISPLAY_LANGUAGE",
                "The display language '" + text + "' cannot be read: " + why,
                null);
    }

    /** A grammar whose codes cannot be listed. */
    public static Issue notEnumerable(String system) {
        return new Issue(
                Severity.ERROR,
                IssueType.NOT_SUPPORTED,
                null,
                "CODESYSTEM_NOT_ENUMERABLE",
                "The code system '" + system + "' cannot be expanded because its codes cannot be iterated or enumerated"
                        + " in any meaningful sense",
                null);
    }

    /** More concepts than one expansion may hold. */
    public static Issue tooCostly(String valueSet, int limit) {
        return new Issue(
                Severity.ERROR,
                IssueType.TOO_COSTLY,
                null,
                "VALUESET_TOO_COSTLY",
                "The value set '" + valueSet + "' expansion has too many codes to produce (>" + limit + ")",
                null);
    }

    private static Issue invalid(IssueType type, @Nullable String messageId, String text, @Nullable String expression) {
        return new Issue(Severity.ERROR, type, TxIssueType.VS_INVALID, messageId, text, expression);
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
