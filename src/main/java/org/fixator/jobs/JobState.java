package org.fixator.jobs;

import java.util.Locale;

/** How far an import has come. */
public enum JobState {
    /** Its files are being received. */
    RECEIVING(false),
    /** It waits for another job. */
    QUEUED(false),
    /** Its files are read. */
    READING(false),
    /** The release is compared with what is served. */
    COMPARING(false),
    /** The release is stored and goes live; from here on a job is not cancelled. */
    GOING_LIVE(false),
    /** It is live, or the report of a dry run is ready. */
    DONE(true),
    /** A file is not what it claims to be, or the release may not go live; nothing has changed. */
    REFUSED(true),
    /** It was cancelled; nothing has changed. */
    CANCELLED(true),
    /** Something broke that is not the files' fault; nothing has changed. */
    FAILED(true);

    private final boolean ended;

    JobState(boolean ended) {
        this.ended = ended;
    }

    public boolean isEnded() {
        return ended;
    }

    /** As clients read it: {@code going-live}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As people read it: {@code going live}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
