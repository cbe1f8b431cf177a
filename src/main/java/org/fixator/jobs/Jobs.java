package org.fixator.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.fixator.catalog.Releases;
import org.fixator.catalog.Snapshot;
import org.fixator.catalog.StoredRelease;
import org.fixator.issue.JobMessages;
import org.fixator.issue.TerminologyException;
import org.fixator.release.ReleaseReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All imports of this data directory. Jobs run one after the other, since one alone takes a processor and the disk; a
 * second import of a kind is refused while the first has not ended, because it could not be compared with what the first
 * makes. Safe for use by many threads.
 */
public final class Jobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Map<String, ReleaseReader> readers = new LinkedHashMap<>();
    private final Map<String, ActiveJob> active = new LinkedHashMap<>();
    private final Map<String, Job> past = new LinkedHashMap<>();
    private final JobJournal journal;
    private final Uploads uploads;
    private final ImportRun run;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "import");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Opens the journal and ends what a process that died has left: after this every job of the journal has ended.
     *
     * @param served what is served now, to compare with
     */
    public Jobs(
            JobSettings settings,
            List<ReleaseReader> readers,
            FileOpener opener,
            Supplier<Snapshot> served,
            Releases releases,
            Clock clock) {
        this(settings, readers, opener, served, releases, clock, DiskSpace.REAL);
    }

    Jobs(
            JobSettings settings,
            List<ReleaseReader> readers,
            FileOpener opener,
            Supplier<Snapshot> served,
            Releases releases,
            Clock clock,
            DiskSpace space) {
        readers.forEach(reader -> this.readers.put(reader.kind(), reader));
        this.journal = new JobJournal(settings.journal());
        this.uploads = new Uploads(settings.uploads(), settings.maxUpload(), space);
        this.clock = clock;
        this.run = new ImportRun(opener, served, releases, uploads, clock);
        recover(releases);
    }

    private void recover(Releases releases) {
        uploads.discardAll();
        List<Job> all = journal.read();
        List<StoredRelease> stored = all.stream().allMatch(job -> job.state().isEnded()) ? List.of() : releases.list();
        for (Job job : all) {
            Job known = job;
            if (!job.state().isEnded()) {
                known = stored.stream()
                        .filter(release -> release.provenance().job().equals(job.id()))
                        .findFirst()
                        .map(release -> ImportRun.live(job, release, clock))
                        .orElseGet(() -> job.ended(
                                JobState.FAILED,
                                clock.instant(),
                                List.of(JobMessages.stopped(job.state().words())),
                                500));
                journal.write(known);
                LOG.warn(
                        "Import {} was cut short: {}",
                        job.id(),
                        known.issues().get(0).text());
            }
            past.put(known.id(), known);
        }
        journal.prune();
    }

    /** The kinds that can be imported, with what each reads. */
    public List<ReleaseReader> readers() {
        return List.copyOf(readers.values());
    }

    /** The names of the kinds, as requests use them. */
    public List<String> kinds() {
        return List.copyOf(readers.keySet());
    }

    /**
     * Begins a job, whose files are received next.
     *
     * @throws TerminologyException (400) for an unknown kind; (409) while another import of the kind has not ended
     */
    public Receiving begin(ImportRequest request) {
        ReleaseReader reader = readers.get(request.kind());
        if (reader == null) {
            throw new TerminologyException(JobMessages.unknownKind(request.kind(), kinds()));
        }
        synchronized (active) {
            for (ActiveJob other : active.values()) {
                Job job = other.job();
                if (job.request().kind().equals(request.kind()) && !job.state().isEnded()) {
                    throw new TerminologyException(JobMessages.busy(
                            request.kind(), job.id(), job.state().words()));
                }
            }
            ActiveJob job = new ActiveJob(Job.begun(newId(), request, clock.instant()), journal);
            active.put(job.job().id(), job);
            return new Receiving(job, reader);
        }
    }

    private String newId() {
        return "import-" + ID_TIME.format(clock.instant())
                + String.format(Locale.ROOT, "-%04x", random.nextInt(1 << 16));
    }

    /** A job whose files are being received. Belongs to one thread; closing it before {@link #start} ends the job. */
    public final class Receiving implements AutoCloseable {

        private final ActiveJob job;
        private final ReleaseReader reader;
        private boolean started;
        private @Nullable Throwable failure;

        private Receiving(ActiveJob job, ReleaseReader reader) {
            this.job = job;
            this.reader = reader;
        }

        public String id() {
            return job.job().id();
        }

        /** The size of all files together, where the client says it. */
        public void expect(long bytes) {
            job.expect(bytes);
        }

        /**
         * Takes a file in.
         *
         * @param name as the client named it
         * @param bytes its size, -1 where it is not known
         * @param structure whether it only lends chapters and notes
         * @throws TerminologyException (4xx, 507) where it may not be taken in; (404) where the job was cancelled meanwhile
         */
        public void receive(String name, InputStream in, long bytes, boolean structure) throws IOException {
            try {
                job.received(uploads.receive(id(), name, in, bytes, job.received(), structure, job::read));
            } catch (CancellationException e) {
                failure = e;
                throw new TerminologyException(JobMessages.cancelled(id()));
            } catch (TerminologyException | IOException e) {
                failure = e;
                throw e;
            }
        }

        /** Whether something was received that is to be read. */
        public boolean hasFiles() {
            return job.received().stream().anyMatch(file -> !file.structure());
        }

        /**
         * Everything is here: the job takes its place in the queue.
         *
         * @throws TerminologyException (400) where there are no files
         */
        public Job start() {
            if (!hasFiles()) {
                TerminologyException none = new TerminologyException(JobMessages.noFiles());
                failure = none;
                throw none;
            }
            started = true;
            try {
                job.advance(JobState.QUEUED, -1);
            } catch (CancellationException e) {
                finish(e);
                return job.job();
            }
            worker.execute(() -> {
                if (!job.job().state().isEnded()) {
                    run.run(job, reader);
                    settle(job);
                }
            });
            return job.job();
        }

        @Override
        public void close() {
            if (!started) {
                started = true;
                finish(failure == null ? new TerminologyException(JobMessages.connectionLost()) : failure);
            }
        }

        private void finish(Throwable e) {
            uploads.discard(id());
            job.end(run.ended(job.job(), e));
            settle(job);
        }
    }

    private void settle(ActiveJob job) {
        synchronized (active) {
            past.put(job.job().id(), job.job());
            active.remove(job.job().id());
        }
        journal.prune();
    }

    /** All jobs, the newest first. */
    public List<Job> list() {
        synchronized (active) {
            List<Job> all = new ArrayList<>(past.values());
            active.values().forEach(job -> all.add(job.job()));
            all.sort(Comparator.comparing(Job::created).thenComparing(Job::id).reversed());
            return all;
        }
    }

    /** @throws TerminologyException (404) where there is none of that id */
    public Job find(String id) {
        synchronized (active) {
            ActiveJob running = active.get(id);
            Job job = running == null ? past.get(id) : running.job();
            if (job == null) {
                throw new TerminologyException(JobMessages.unknownJob(id));
            }
            return job;
        }
    }

    /** How far a job is; empty where it has ended. */
    public Optional<JobProgress> progress(String id) {
        synchronized (active) {
            return Optional.ofNullable(active.get(id))
                    .filter(job -> !job.end().isDone())
                    .map(ActiveJob::progress);
        }
    }

    /** Waits for the end of a job, but not longer than that; the job as it is then. */
    public Job await(String id, Duration limit) throws InterruptedException {
        ActiveJob running;
        synchronized (active) {
            running = active.get(id);
        }
        if (running != null) {
            try {
                return running.end().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                return running.job();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        return find(id);
    }

    /**
     * Cancels a job. One that waits is over at once; one that reads ends within the next few thousand lines.
     *
     * @throws TerminologyException (404) where there is none of that id; (409) where it is too late
     */
    public Job cancel(String id) {
        ActiveJob running;
        synchronized (active) {
            running = active.get(id);
        }
        if (running == null) {
            Job ended = find(id);
            throw new TerminologyException(JobMessages.tooLate(id, ended.state().words()));
        }
        running.cancel();
        if (running.job().state() == JobState.QUEUED) {
            uploads.discard(id);
            running.end(run.ended(running.job(), new CancellationException()));
            settle(running);
        }
        return running.job();
    }

    /** Cancels what can be cancelled and waits for the rest: a thread that writes to the database is not interrupted. */
    @Override
    public void close() {
        for (Job job : list()) {
            if (!job.state().isEnded() && job.state() != JobState.GOING_LIVE) {
                stop(job.id());
            }
        }
        worker.shutdown();
        try {
            if (!worker.awaitTermination(20, TimeUnit.SECONDS)) {
                LOG.warn("An import is still going live while the server stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(String id) {
        try {
            cancel(id);
        } catch (TerminologyException e) {
            LOG.debug("Import {} has ended in the meantime", id);
        }
    }
}
