package org.fixator.jobs;

import java.time.Instant;
import java.util.List;
import org.fixator.catalog.Provenance.SourceFile;
import org.fixator.issue.Issue;
import org.jspecify.annotations.Nullable;

/**
 * An import as it stands: what the journal keeps.
 *
 * @param id names it in requests and on the command line
 * @param files what was received so far
 * @param state how far it has come
 * @param created when it was asked for
 * @param ended when it ended; {@code null} while it has not
 * @param report what it found; {@code null} before that
 * @param issues why it was refused or failed, or what is to be known of its end
 * @param status the HTTP status that goes with the issues
 */
public record Job(
        String id,
        ImportRequest request,
        List<SourceFile> files,
        JobState state,
        Instant created,
        @Nullable Instant ended,
        @Nullable ImportReport report,
        List<Issue> issues,
        int status) {

    public Job {
        files = List.copyOf(files);
        issues = List.copyOf(issues);
    }

    static Job begun(String id, ImportRequest request, Instant now) {
        return new Job(id, request, List.of(), JobState.RECEIVING, now, null, null, List.of(), 202);
    }

    Job with(JobState other) {
        return new Job(id, request, files, other, created, ended, report, issues, status);
    }

    Job withFiles(List<SourceFile> others) {
        return new Job(id, request, others, state, created, ended, report, issues, status);
    }

    Job withReport(ImportReport other) {
        return new Job(id, request, files, state, created, ended, other, issues, status);
    }

    /** The same, ended. */
    Job ended(JobState end, Instant now, List<Issue> why, int code) {
        return new Job(id, request, files, end, created, now, report, why, code);
    }
}
