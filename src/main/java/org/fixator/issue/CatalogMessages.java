package org.fixator.issue;

import java.util.List;
import org.fixator.coding.Canonical;
import org.jspecify.annotations.Nullable;

/** What is to say of the content that a server holds, and of what clients keep on it. */
public final class CatalogMessages {

    private CatalogMessages() {}

    /** Several versions are there, none was asked for, and nothing says which is the newest. */
    public static Issue versionsWithoutOrder(String url, List<String> versions) {
        return new Issue(
                Severity.ERROR,
                IssueType.BUSINESS_RULE,
                TxIssueType.VERSION_ERROR,
                null,
                "'" + url + "' is here in versions whose order is not known (" + String.join(", ", versions)
                        + "), so one has to be named",
                null);
    }

    /** A system that was named by another name than the one to use. */
    public static Issue otherName(String stated, String served, String path) {
        return new Issue(
                Severity.WARNING,
                IssueType.BUSINESS_RULE,
                TxIssueType.PROCESSING_NOTE,
                null,
                "'" + stated + "' is another name of the code system '" + served + "', which is the one to use",
                path);
    }

    /** A second resource for a canonical that is served already. */
    public static Issue duplicateCanonical(String type, String id, Canonical canonical, String servedBy) {
        return new Issue(
                Severity.ERROR,
                IssueType.DUPLICATE,
                null,
                null,
                type + "/" + id + " claims '" + canonical + "', which is " + servedBy,
                null);
    }

    /** Where a canonical comes from that another resource claims. */
    public static String servedBy(String type, String id) {
        return type + "/" + id;
    }

    /** As {@link #servedBy}, of a code system that is part of the server. */
    public static String builtIn() {
        return "part of this server";
    }

    /** As {@link #servedBy}, of what came with a release. */
    public static String ofRelease(String release) {
        return "part of the release '" + release + "'; retire that first";
    }

    /** A resource that a release keeps, and that only the release may change. */
    public static Issue ownedByRelease(String type, String id, String release) {
        return new Issue(
                Severity.ERROR,
                IssueType.BUSINESS_RULE,
                null,
                null,
                type + "/" + id + " is part of the release '" + release
                        + "': it is changed by importing, retiring or removing the release",
                null);
    }

    /** A resource that says of itself that it is only a part of what was read. */
    public static Issue subsetted(String type, String id) {
        return new Issue(
                Severity.ERROR,
                IssueType.BUSINESS_RULE,
                null,
                null,
                type + "/" + id + " is tagged SUBSETTED: storing it would lose what it leaves out",
                null);
    }

    /** A release that the server does not keep. */
    public static Issue unknownRelease(String id) {
        return new Issue(Severity.ERROR, IssueType.NOT_FOUND, null, null, "There is no release '" + id + "'", null);
    }

    /** A release whose concepts cannot be read back. */
    public static Issue releaseUnreadable(String release, String reason) {
        return new Issue(
                Severity.ERROR,
                IssueType.EXCEPTION,
                null,
                null,
                "The release '" + release + "' is not served: " + reason,
                null);
    }

    /** No version of a code system was in force on a day. */
    public static Issue noVersionInForce(String url, String day, List<String> versions) {
        return new Issue(
                Severity.ERROR,
                IssueType.NOT_FOUND,
                TxIssueType.VERSION_ERROR,
                null,
                "No version of '" + url + "' that is here was in force on " + day + " (here are: "
                        + String.join(", ", versions) + ")",
                null);
    }

    /** A change that was refused before it was stored. */
    public static Issue refused(String reason) {
        return new Issue(Severity.ERROR, IssueType.CONFLICT, null, null, reason, null);
    }

    /** A resource of a type that is not terminology. */
    public static Issue unsupportedType(String type) {
        return new Issue(
                Severity.ERROR,
                IssueType.NOT_SUPPORTED,
                null,
                null,
                "Resources of type '" + type + "' are not terminology",
                null);
    }

    /** The operation is not one of this server's. */
    public static Issue unknownOperation(String operation, @Nullable String type) {
        return new Issue(
                Severity.ERROR,
                IssueType.NOT_SUPPORTED,
                null,
                null,
                "There is no operation '" + operation + "'" + (type == null ? " of the server" : " of " + type),
                null);
    }

    /** A cache id that was never given out, or whose cache is gone. */
    public static Issue cacheIdUnknown(String id) {
        return new Issue(
                Severity.ERROR,
                IssueType.NOT_FOUND,
                TxIssueType.CACHE_ID_UNKNOWN,
                null,
                "The cache '" + id
                        + "' is not known here: it was never started, has ended, or was not used for too long",
                null);
    }

    /** A header and a parameter that name different caches. */
    public static Issue cacheIdDuplicate() {
        return new Issue(
                Severity.ERROR,
                IssueType.INVALID,
                TxIssueType.CACHE_ID_DUPLICATE,
                null,
                "The header X-Cache-Id and the parameter 'cache-id' name different caches",
                null);
    }

    /** A cache that would hold more than it may. */
    public static Issue cacheFull(String what, long limit) {
        return new Issue(
                Severity.ERROR,
                IssueType.TOO_COSTLY,
                null,
                null,
                "The resources of this cache would be more than " + limit + " " + what,
                null);
    }

    /** A question that may be about content which a server that has just started is still reading. */
    public static Issue stillReading(String url) {
        return new Issue(
                Severity.ERROR,
                IssueType.TRANSIENT,
                null,
                null,
                "The server has just started and is still reading the definitions of FHIR, of which '" + url
                        + "' may be one: ask again in a few seconds",
                null);
    }

    /** An answer that took too long. */
    public static Issue timeLimit(long seconds) {
        return new Issue(
                Severity.ERROR,
                IssueType.TOO_COSTLY,
                null,
                null,
                "The answer would take longer than " + seconds + " seconds",
                null);
    }

    /** A client that has gone before its answer was ready. */
    public static Issue cancelled() {
        return new Issue(Severity.ERROR, IssueType.TIMEOUT, null, null, "The request was cancelled", null);
    }
}
