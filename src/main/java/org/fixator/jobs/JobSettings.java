package org.fixator.jobs;

import java.nio.file.Path;

/**
 * Where jobs live and what they may take.
 *
 * @param data the data directory: jobs have {@code jobs} and {@code uploads} in it
 * @param maxUpload bytes that the files of one job may have together
 */
public record JobSettings(Path data, long maxUpload) {

    /** The folder of the journal. */
    public Path journal() {
        return data.resolve("jobs");
    }

    Path uploads() {
        return data.resolve("uploads");
    }
}
