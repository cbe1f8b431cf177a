package org.fixator.jobs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fixator.catalog.HeldClaims;
import org.fixator.catalog.MapDifference;
import org.fixator.catalog.PreFlight;
import org.fixator.catalog.Provenance;
import org.fixator.catalog.ReleaseDifference;
import org.fixator.catalog.Releases;
import org.fixator.catalog.Snapshot;
import org.fixator.catalog.StoredRelease;
import org.fixator.issue.Issue;
import org.fixator.issue.JobMessages;
import org.fixator.issue.TerminologyException;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseOptions;
import org.fixator.release.ReleaseReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work of one job, once its files are here: read, compare, go live. Whatever happens, the job ends and says so. */
final class ImportRun {

    /** A release that adds and deletes more than this part of the codes is refused unless it is forced. */
    static final double SHARE = 0.05;

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

    private final FileOpener opener;
    private final Supplier<Snapshot> served;
    private final Releases releases;
    private final Uploads uploads;
    private final Clock clock;

    ImportRun(FileOpener opener, Supplier<Snapshot> served, Releases releases, Uploads uploads, Clock clock) {
        this.opener = opener;
        this.served = served;
        this.releases = releases;
        this.uploads = uploads;
        this.clock = clock;
    }

    @SuppressWarnings("CatchingUnchecked") // whatever it is, somebody waits to hear how the job ended
    void run(ActiveJob active, ReleaseReader reader) {
        String id = active.job().id();
        Job ended;
        try {
            ended = work(active, reader);
        } catch (Throwable e) {
            ended = ended(active.job(), e);
        }
        uploads.discard(id);
        String why = ended.issues().stream().map(Issue::text).collect(Collectors.joining("; "));
        LOG.info("Import {}: {}{}", id, ended.state().words(), why.isEmpty() ? "" : ": " + why);
        active.end(ended);
    }

    private Job work(ActiveJob active, ReleaseReader reader) throws IOException {
        uploads.requireSpace(active.job().id(), 0);
        ImportRequest request = active.job().request();
        ReleaseContent whole = read(active, reader);
        active.advance(JobState.COMPARING, -1);
        Snapshot before = served.get();
        ReleaseContent content = HeldClaims.without(whole, before, request.replace());
        PreFlight found = PreFlight.of(content, before);
        ImportReport report = report(content, found, request);
        active.report(report);
        if (request.dryRun()) {
            return active.job().ended(JobState.DONE, clock.instant(), List.of(), 200);
        }
        String reason = tooDifferent(found, report);
        if (reason != null && !request.force()) {
            throw new TerminologyException(JobMessages.tooDifferent(reason));
        }
        Provenance provenance =
                new Provenance(active.job().files(), active.job().id(), clock.instant());
        active.advance(JobState.GOING_LIVE, -1);
        StoredRelease live = releases.goLive(content, provenance, request.replace());
        return active.job()
                .withReport(withOwner(report, live).live(live.id()))
                .ended(JobState.DONE, clock.instant(), List.of(), 200);
    }

    /** Notes that another release goes on to answer, because somebody activated it. */
    private ImportReport withOwner(ImportReport report, StoredRelease live) {
        return releases.list().stream()
                .filter(other -> other.pinned() && !other.id().equals(live.id()))
                .filter(other ->
                        other.identity().system().equals(live.identity().system()))
                .findFirst()
                .map(other -> report.noting(JobMessages.anotherAnswers(other.id(), live.id())))
                .orElse(report);
    }

    private ReleaseContent read(ActiveJob active, ReleaseReader reader) throws IOException {
        try (FileOpener.Opened files = opener.open(paths(active, false));
                FileOpener.Opened structure = opener.open(paths(active, true))) {
            List<ReleaseFile> all = new ArrayList<>(files.files());
            all.addAll(structure.files());
            boolean known = all.stream().allMatch(file -> file.size() >= 0);
            active.advance(
                    JobState.READING,
                    known ? all.stream().mapToLong(ReleaseFile::size).sum() : -1);
            ImportRequest request = active.job().request();
            ReleaseOptions options =
                    new ReleaseOptions(request.version(), request.licenceAccepted(), structure.files());
            return reader.read(files.files(), options, active::read);
        }
    }

    /** The files and folders at the top of what was received: below them names are those of the release. */
    private static List<Path> paths(ActiveJob active, boolean structure) {
        return active.received().stream()
                .filter(file -> file.structure() == structure)
                .map(ReceivedFile::top)
                .distinct()
                .toList();
    }

    private static ImportReport report(ReleaseContent content, PreFlight found, ImportRequest request) {
        ImportReport report = ImportReport.of(content, found);
        String reason = request.dryRun() ? tooDifferent(found, report) : null;
        return reason == null ? report : report.noting(JobMessages.takesForce(reason));
    }

    /** What speaks against the release without being wrong; {@code null} where nothing does. */
    private static @Nullable String tooDifferent(PreFlight found, ImportReport report) {
        if (found.changedShare() > SHARE) {
            return JobMessages.tooDifferentWords(
                    found.changedShare(), SHARE, "codes", neighbour(found), newcomer(report));
        }
        if (found.changedMappings() > SHARE) {
            return JobMessages.tooDifferentWords(
                    found.changedMappings(), SHARE, "mappings", mapNeighbour(found), newcomer(report));
        }
        return null;
    }

    private static String mapNeighbour(PreFlight found) {
        List<MapDifference> all = found.maps();
        return all.size() == 1 ? all.get(0).before().toString() : "what is served of its " + all.size() + " maps";
    }

    private static String neighbour(PreFlight found) {
        List<ReleaseDifference> all = found.differences();
        return all.size() == 1 ? all.get(0).before().toString() : "what is served of its " + all.size() + " systems";
    }

    private static String newcomer(ImportReport report) {
        return report.identity().kind() + " " + report.identity().version();
    }

    /** How a job ended that did not come to its end: what has happened, and not only what was thrown, counts. */
    Job ended(Job job, Throwable e) {
        if (job.state() == JobState.GOING_LIVE) {
            Optional<StoredRelease> live = live(job.id());
            if (live.isPresent()) {
                LOG.error("Import {} is live, but its end went wrong", job.id(), e);
                return live(job, live.get(), clock);
            }
        }
        if (e instanceof CancellationException) {
            return job.ended(JobState.CANCELLED, clock.instant(), List.of(JobMessages.cancelled(job.id())), 404);
        }
        if (e instanceof ReleaseException refused) {
            Issue issue = JobMessages.releaseRefused(refused.file(), refused.reason());
            return job.ended(JobState.REFUSED, clock.instant(), List.of(issue), 422);
        }
        if (e instanceof TerminologyException refused) {
            JobState state = refused.status() >= 500 ? JobState.FAILED : JobState.REFUSED;
            return job.ended(state, clock.instant(), refused.issues(), refused.status());
        }
        LOG.error("Import {} failed", job.id(), e);
        if (words(e).contains("No space left on device")) {
            return job.ended(JobState.FAILED, clock.instant(), List.of(JobMessages.diskFilled()), 507);
        }
        return job.ended(JobState.FAILED, clock.instant(), List.of(JobMessages.failed(words(e))), 500);
    }

    private Optional<StoredRelease> live(String job) {
        try {
            return releases.list().stream()
                    .filter(release -> release.provenance().job().equals(job))
                    .findFirst();
        } catch (RuntimeException e) {
            LOG.error("The stored releases cannot be read", e);
            return Optional.empty();
        }
    }

    static Job live(Job job, StoredRelease release, Clock clock) {
        ImportReport report = job.report();
        Job done = report == null ? job : job.withReport(report.live(release.id()));
        return done.ended(JobState.DONE, clock.instant(), List.of(JobMessages.stoppedLive(release.id())), 200);
    }

    /** The reason that an operator can do something about: a full disk is deep inside of what a database throws. */
    private static String words(Throwable e) {
        Throwable cause = e;
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof IOException && !(t instanceof FileNotFoundException)) {
                return "disk: " + t.getMessage();
            }
            cause = t;
        }
        if (e instanceof UncheckedIOException || cause.getMessage() == null) {
            return cause.toString();
        }
        return cause.getMessage();
    }
}
