package org.fixator.issue;

import org.jspecify.annotations.Nullable;

/** What there is to say of closure tables. */
public final class ClosureMessages {

    private ClosureMessages() {}

    /** A name that no table can have. */
    public static Issue name(String name) {
        return error(
                IssueType.VALUE,
                "'" + name
                        + "' cannot be the name of a closure table: that has 1 to 64 letters, digits, hyphens and dots",
                "name");
    }

    /** A table that nobody initialised. */
    public static Issue notInitialised(String name) {
        return error(
                IssueType.NOT_FOUND,
                "The closure table '" + name + "' has not been initialised: call $closure with its name only",
                "name");
    }

    /** A request for more and for what was before. */
    public static Issue conceptsAndVersion() {
        return error(
                IssueType.INVALID,
                "The parameters 'concept' and 'version' exclude each other: concepts are added, or what came after a version"
                        + " is repeated",
                "version");
    }

    /** A concept that is not said in full. */
    public static Issue incompleteConcept() {
        return error(IssueType.REQUIRED, "Every 'concept' needs a system and a code", "concept");
    }

    /** A code that is longer than a table can keep. */
    public static Issue codeTooLong(int limit) {
        return error(
                IssueType.TOO_LONG, "A code in a closure table has no more than " + limit + " characters", "concept");
    }

    /** A version that this table never had, or had before it was initialised anew. */
    public static Issue versionNotIssued(String name, String version) {
        return error(
                IssueType.PROCESSING,
                reinitialise(name) + ": its version '" + version + "' is not one that was given since its beginning",
                "version");
    }

    /** The code system is no longer what the table was made with. */
    public static Issue outdated(String name, String system) {
        return error(
                IssueType.PROCESSING,
                reinitialise(name) + ": the code system '" + system
                        + "' that it was made with is no longer served as it was",
                null);
    }

    /** A code that only another version of the system has. */
    public static Issue codeOfOtherVersion(String name, String code, String system, @Nullable String version) {
        return error(
                IssueType.PROCESSING,
                reinitialise(name) + " before the code '" + code + "' can be added: it is in '" + system + "'"
                        + (version == null ? "" : " version '" + version + "'")
                        + ", and the table holds to another version",
                "concept");
    }

    /** A concept that names another version than the table has. */
    public static Issue otherVersion(String name, String system, @Nullable String used, String stated) {
        return error(
                IssueType.PROCESSING,
                "The closure table '" + name + "' uses " + (used == null ? "no version" : "version '" + used + "'")
                        + " of '" + system + "', and the concept is of version '" + stated + "'",
                "concept");
    }

    /** No more concepts. */
    public static Issue tooManyConcepts(String name, int limit) {
        return tooMany(name, limit, "concepts");
    }

    /** No more relations. */
    public static Issue tooManyRelations(String name, int limit) {
        return tooMany(name, limit, "relations");
    }

    /** No more tables. */
    public static Issue tooManyTables(int limit) {
        return error(IssueType.TOO_COSTLY, "There are " + limit + " closure tables, which is the limit", "name");
    }

    private static Issue tooMany(String name, int limit, String what) {
        return error(
                IssueType.TOO_COSTLY,
                "The closure table '" + name + "' would have more than the limit of " + limit + " " + what,
                "concept");
    }

    /** FHIR's own words for it, which clients may look for. */
    private static String reinitialise(String name) {
        return "closure \"" + name + "\" must be reinitialized";
    }

    private static Issue error(IssueType type, String text, @Nullable String expression) {
        return new Issue(Severity.ERROR, type, null, null, text, expression);
    }
}
