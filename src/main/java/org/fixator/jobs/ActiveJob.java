package org.fixator.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.fixator.catalog.Provenance.SourceFile;
import org.fixator.issue.JobMessages;
import org.fixator.issue.TerminologyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job in this process: its current state, how far it is, and whether it is to stop. Safe for use by many threads. */
final class ActiveJob {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveJob.class);

    private final JobJournal journal;
    private final List<ReceivedFile> received = new ArrayList<>();
    private final AtomicLong bytes = new AtomicLong();
    private final CompletableFuture<Job> end = new CompletableFuture<>();
    private volatile long total;
    private volatile long since = System.nanoTime();
    private volatile boolean cancelled;
    private volatile Job job;

    ActiveJob(Job job, JobJournal journal) {
        this.job = job;
        this.journal = journal;
        this.total = -1;
        journal.write(job);
    }

    Job job() {
        return job;
    }

    synchronized List<ReceivedFile> received() {
        return List.copyOf(received);
    }

    synchronized void received(ReceivedFile file) {
        received.add(file);
        List<SourceFile> sources = received.stream()
                .map(one -> new SourceFile(one.name(), one.sha256(), one.bytes()))
                .toList();
        job = job.withFiles(sources);
    }

    JobProgress progress() {
        return new JobProgress(job.state(), bytes.get(), total, Duration.ofNanos(System.nanoTime() - since));
    }

    /** So many bytes more; ends the job's work where it was cancelled. */
    void read(long more) {
        bytes.addAndGet(more);
        requireWanted();
    }

    void expect(long size) {
        total = size;
    }

    private void requireWanted() {
        if (cancelled) {
            throw new CancellationException();
        }
    }

    /**
     * Goes on to the next step.
     *
     * @param size of what the step reads; -1 where it is not known
     * @throws CancellationException where the job was cancelled
     */
    synchronized void advance(JobState next, long size) {
        requireWanted();
        bytes.set(0);
        total = size;
        since = System.nanoTime();
        job = job.with(next);
        journal.write(job);
    }

    synchronized void report(ImportReport report) {
        job = job.withReport(report);
    }

    /** Asks it to stop. @throws TerminologyException (409) where it is too late for that */
    synchronized void cancel() {
        if (job.state() == JobState.GOING_LIVE || job.state().isEnded()) {
            throw new TerminologyException(
                    JobMessages.tooLate(job.id(), job.state().words()));
        }
        cancelled = true;
    }

    /** The end. A journal that cannot be written keeps what it had, and the next start tells from that. */
    synchronized void end(Job ended) {
        if (job.state().isEnded()) {
            return;
        }
        job = ended;
        try {
            journal.write(ended);
        } catch (RuntimeException e) {
            LOG.error("The end of job {} ({}) cannot be written down", ended.id(), ended.state(), e);
        }
        end.complete(ended);
    }

    CompletableFuture<Job> end() {
        return end;
    }
}
