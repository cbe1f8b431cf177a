/**
 * Imports of releases as jobs: a request with files becomes a job that is received, read, compared with what is served and
 * put live, one at a time, with progress and a way to cancel it. {@link org.fixator.jobs.Jobs} is the way in;
 * {@link org.fixator.jobs.ReleaseOperations} answers what clients ask about releases and jobs;
 * {@link org.fixator.jobs.WatchedFolder} makes jobs of files that are put into a folder.
 *
 * <p>Every job is a small file in the data directory ({@link org.fixator.jobs.JobJournal}), written through to the disk
 * at each step and not a row of the database: the journal has to tell what happened when the database is what was lost,
 * and the command line reads it without opening a database. What a job changes is still one transaction, that of
 * {@link org.fixator.catalog.Releases}; a job that was in the middle of it when the process died learns from the stored
 * releases how it ended, because each names the job that made it.
 */
@NullMarked
package org.fixator.jobs;

import org.jspecify.annotations.NullMarked;
