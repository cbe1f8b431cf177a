package org.fixator.issue;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is to say of imports of releases. */
public final class JobMessages {

    private JobMessages() {}

    /** A kind of release that the server has no reader for. */
    public static Issue unknownKind(String kind, List<String> kinds) {
        return error(
                IssueType.VALUE,
                "There is no kind of release '" + kind + "'; there are " + String.join(", ", kinds),
                "kind");
    }

    /** Another import of the same kind has not ended. */
    public static Issue busy(String kind, String job, String state) {
        return error(
                IssueType.CONFLICT,
                "An import of " + kind + " is not over yet: job " + job + " is " + state
                        + ". Wait for it or cancel it; two at once could not be compared with each other",
                null);
    }

    /** A request without files. */
    public static Issue noFiles() {
        return error(IssueType.REQUIRED, "No file was sent: the body is empty", null);
    }

    /** A file name that is none. */
    public static Issue badFileName(String name) {
        return error(IssueType.VALUE, "'" + name + "' cannot be the name of a file", null);
    }

    /** Two files of one name in one job. */
    public static Issue doubledFile(String name) {
        return error(IssueType.DUPLICATE, "The file '" + name + "' was sent twice", null);
    }

    /** A job would receive more than it may. */
    public static Issue uploadTooLarge(long limit) {
        return error(
                IssueType.TOO_LONG,
                "The files are larger than the limit of " + limit + " bytes (fixator.max-upload)",
                null);
    }

    /** There is no room for what is to come. */
    public static Issue diskFull(long needed, long usable) {
        return error(
                IssueType.NO_STORE,
                "The disk of the data directory has " + usable + " bytes left and the import may need " + needed
                        + "; nothing has changed",
                null);
    }

    /** A file of a release that is not what it claims to be. */
    public static Issue releaseRefused(String file, String reason) {
        return error(IssueType.PROCESSING, file + ": " + reason, null);
    }

    /** A release that is too far from its neighbour. */
    public static Issue tooDifferent(String words) {
        return error(
                IssueType.BUSINESS_RULE,
                words + ". If that is right, import it with 'force=true'; nothing has changed",
                "force");
    }

    /** As {@link #tooDifferent}, for the report of a dry run. */
    public static String takesForce(String words) {
        return words + ": to load it takes 'force=true'";
    }

    /** @param what codes or mappings */
    public static String tooDifferentWords(double share, double limit, String what, String from, String to) {
        return String.format(
                Locale.ROOT,
                "%s differs from %s by %.1f %% of the %s, which is more than %.0f %%",
                to,
                from,
                100 * share,
                what,
                100 * limit);
    }

    /** A release that is live while another was chosen to answer where no version is asked for. */
    public static String anotherAnswers(String chosen, String live) {
        return "Where no version is asked for, " + chosen + " goes on to answer, because it was activated; activate "
                + live + " to change that";
    }

    /** The room went away while the job was at work. */
    public static Issue diskFilled() {
        return error(
                IssueType.NO_STORE,
                "The disk of the data directory became full while the import was at work; nothing has changed",
                null);
    }

    /** A job that went wrong for a reason that is not the files'. */
    public static Issue failed(String what) {
        return error(IssueType.EXCEPTION, "The import failed: " + what + ". Nothing has changed", null);
    }

    /** The server was stopped in the middle of a job. */
    public static Issue stopped(String state) {
        return error(
                IssueType.EXCEPTION,
                "The server stopped while this import was " + state + ". Nothing has changed; import it again",
                null);
    }

    /** The server was stopped after a release went live and before the job could say so. */
    public static Issue stoppedLive(String release) {
        return information("The server stopped right after " + release + " went live; it is whole");
    }

    /** A client that went away. */
    public static Issue connectionLost() {
        return error(
                IssueType.INVALID, "The connection was lost before all files were here; nothing has changed", null);
    }

    /** A job that was cancelled. */
    public static Issue cancelled(String job) {
        return error(IssueType.NOT_FOUND, "The import " + job + " was cancelled; nothing has changed", null);
    }

    /** A job that can no longer be cancelled. */
    public static Issue tooLate(String job, String state) {
        return error(
                IssueType.CONFLICT, "The import " + job + " is " + state + " and can no longer be cancelled", null);
    }

    /** There is no such job. */
    public static Issue unknownJob(String job) {
        return error(IssueType.NOT_FOUND, "There is no import '" + job + "'", "id");
    }

    /** A job was taken in. */
    public static Issue accepted(String job, String kind) {
        return information("The import of " + kind + " is job " + job
                + ". Ask for it at the url in Content-Location; DELETE there cancels it");
    }

    /** A method that an operation does not take. */
    public static Issue wrongMethod(String operation, String right) {
        return error(IssueType.NOT_SUPPORTED, operation + " is called by " + right, null);
    }

    /** A part of a multipart body that is no file. */
    public static Issue noFile(@Nullable String part) {
        return error(
                IssueType.STRUCTURE,
                "The part '" + part + "' of the body is not a file; parameters belong into the url",
                null);
    }

    /** A multipart body that cannot be read. */
    public static Issue badMultipart(String what) {
        return error(IssueType.STRUCTURE, "The multipart body cannot be read: " + what, null);
    }

    private static Issue error(IssueType type, String text, @Nullable String expression) {
        return new Issue(Severity.ERROR, type, null, null, text, expression);
    }

    private static Issue information(String text) {
        return new Issue(Severity.INFORMATION, IssueType.INFORMATIONAL, null, null, text, null);
    }
}
