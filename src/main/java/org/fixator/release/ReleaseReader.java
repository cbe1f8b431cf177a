package org.fixator.release;

import java.util.List;

/**
 * Reads the official files of one kind of release as their publisher ships them. A reader recognises layouts by header or
 * shape and not by file name, reads streaming, and refuses what does not fit with file, line and reason. Stateless and
 * safe for use by many threads; one call belongs to one thread and may be interrupted by {@link ReadingProgress}.
 */
public interface ReleaseReader {

    /** The kind's name on the command line, such as {@code icd-10-cm}. */
    String kind();

    /** What the kind reads, in a few words, for usage messages. */
    String summary();

    /** Whether a file is one of those that this kind is read from, by its beginning and not by its name. */
    default boolean recognises(FileHead head) {
        return false;
    }

    /**
     * Reads the files into content that is ready to be served. Nothing is stored.
     *
     * @throws ReleaseException where a file is not what it claims to be, or the files do not fit together
     */
    ReleaseContent read(List<ReleaseFile> files, ReleaseOptions options, ReadingProgress progress);
}
