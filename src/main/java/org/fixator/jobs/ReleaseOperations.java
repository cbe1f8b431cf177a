package org.fixator.jobs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fixator.catalog.Releases;
import org.fixator.catalog.StoredRelease;
import org.fixator.coding.FhirVersion;
import org.fixator.issue.CatalogMessages;
import org.fixator.issue.JobMessages;
import org.fixator.issue.TerminologyException;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.OperationCall;
import org.fixator.wire.OperationParameters;
import org.fixator.wire.OperationTables;
import org.fixator.wire.OutcomeCodec;
import org.fixator.wire.ParameterTable;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code $releases}, {@code $activate}, {@code $retire}, {@code $remove} and {@code $jobs}, and what clients ask
 * about one job. Safe for use by many threads.
 */
public final class ReleaseOperations {

    private static final Map<String, ParameterTable> TABLES = Map.of(
            "$releases", OperationTables.RELEASES,
            "$activate", OperationTables.ACTIVATE,
            "$retire", OperationTables.RETIRE,
            "$remove", OperationTables.REMOVE,
            "$jobs", OperationTables.JOBS,
            "$job", OperationTables.JOB);

    private final Releases releases;
    private final Jobs jobs;

    public ReleaseOperations(Releases releases, Jobs jobs) {
        this.releases = releases;
        this.jobs = jobs;
    }

    /** Operations that change something. */
    public static final Set<String> CHANGING = Set.of("$activate", "$retire", "$remove");

    /** Operations that only tell. */
    public static final Set<String> TELLING = Set.of("$releases", "$jobs", "$job");

    /** The answer, an OperationOutcome where the call cannot be answered; anything thrown is a bug. */
    public OperationAnswer answer(OperationCall call) {
        return orRefused(() -> dispatch(call));
    }

    private OperationAnswer dispatch(OperationCall call) {
        ParameterTable table = TABLES.get(call.operation());
        if (table == null || call.type() != null) {
            throw new TerminologyException(CatalogMessages.unknownOperation(call.operation(), call.type()));
        }
        OperationParameters in = OperationParameters.read(table, call.strictly());
        ReleaseAnswers answers = new ReleaseAnswers(call.version());
        return switch (call.operation()) {
            case "$releases" -> releases(in, releases.list(), jobs.kinds(), call);
            case "$jobs" -> jobs(in, jobs.list(), jobs.kinds(), call);
            case "$job" -> job(in.required("id"), call.version()).answer();
            case "$activate" -> ok(answers.release(releases.activate(in.required("id"))));
            case "$retire" -> ok(answers.release(releases.retire(in.required("id"))));
            default -> {
                releases.remove(in.required("id"));
                yield ok(answers.removed(in.required("id")));
            }
        };
    }

    private static OperationAnswer ok(byte[] json) {
        return new OperationAnswer(200, json);
    }

    /** What the journal says of all jobs, as {@code $jobs} answers, where no server runs. */
    public static OperationAnswer jobs(JobJournal journal, List<String> kinds, OperationCall call) {
        return orRefused(() -> jobs(OperationParameters.read(OperationTables.JOBS, call), journal.read(), kinds, call));
    }

    private static OperationAnswer jobs(OperationParameters in, List<Job> all, List<String> kinds, OperationCall call) {
        String kind = kind(in, all.stream().map(job -> job.request().kind()), kinds);
        List<Job> wanted = all.stream()
                .filter(job -> kind == null || job.request().kind().equals(kind))
                .toList();
        return ok(new ReleaseAnswers(call.version()).jobs(wanted));
    }

    /** The stored releases, as {@code $releases} answers, where no server runs. */
    public static OperationAnswer releases(List<StoredRelease> releases, List<String> kinds, OperationCall call) {
        return orRefused(
                () -> releases(OperationParameters.read(OperationTables.RELEASES, call), releases, kinds, call));
    }

    private static OperationAnswer releases(
            OperationParameters in, List<StoredRelease> all, List<String> kinds, OperationCall call) {
        String kind = kind(in, all.stream().map(release -> release.identity().kind()), kinds);
        List<StoredRelease> wanted = all.stream()
                .filter(release -> kind == null || release.identity().kind().equals(kind))
                .toList();
        return ok(new ReleaseAnswers(call.version()).releases(wanted));
    }

    /**
     * The kind that is asked for; {@code null} for all.
     *
     * @param there kinds of what is listed: of a kind that is no longer read, what there is of it can still be seen
     * @throws TerminologyException (400) for a kind that there is not, since an empty list would hide the mistake
     */
    private static @Nullable String kind(OperationParameters in, Stream<String> there, List<String> kinds) {
        String kind = in.text("kind");
        if (kind != null && !kinds.contains(kind) && there.noneMatch(kind::equals)) {
            throw new TerminologyException(JobMessages.unknownKind(kind, kinds));
        }
        return kind;
    }

    private static OperationAnswer orRefused(Supplier<OperationAnswer> call) {
        try {
            return call.get();
        } catch (TerminologyException e) {
            return OutcomeCodec.answer(e);
        }
    }

    /** How a call of {@code $import-release} is read; the files come apart from it. */
    public static ImportRequest request(OperationParameters in) {
        return new ImportRequest(
                in.required("kind"),
                in.text("version"),
                in.flag("dryRun"),
                in.flag("force"),
                in.flag("acceptLicence"),
                in.flag("replace"));
    }

    /**
     * What a client that polls is told: 202 with how far it is; the report; or why it was refused.
     *
     * @throws TerminologyException (404) where there is no such job
     */
    public JobAnswer job(String id, FhirVersion version) {
        Job job = jobs.find(id);
        ReleaseAnswers answers = new ReleaseAnswers(version);
        if (!job.state().isEnded()) {
            JobProgress progress = jobs.progress(id).orElse(null);
            if (progress != null && !progress.state().isEnded()) {
                return new JobAnswer(id, new OperationAnswer(202, answers.progress(job, progress)), progress.words());
            }
            job = jobs.find(id);
        }
        ImportReport report = job.report();
        if (job.state() == JobState.DONE && report != null) {
            return new JobAnswer(id, ok(answers.report(job, report)), null);
        }
        int status = job.state() == JobState.DONE ? 200 : job.status();
        return new JobAnswer(id, new OperationAnswer(status, OutcomeCodec.write(job.issues())), null);
    }

    /** The answer to a request that was taken in and goes on behind it. */
    public static OperationAnswer accepted(Job job) {
        return new OperationAnswer(
                202,
                OutcomeCodec.write(
                        List.of(JobMessages.accepted(job.id(), job.request().kind()))));
    }
}
