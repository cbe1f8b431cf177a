package org.fixator.jobs;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.fixator.release.ReleaseFile;

/** Opens files on disk, and the archives among them, as the files of a release. */
@FunctionalInterface
public interface FileOpener {

    /**
     * Opens the files of one job.
     *
     * @throws org.fixator.release.ReleaseException for an archive that is broken or does harm
     */
    Opened open(List<Path> paths) throws IOException;

    /** The files, readable until this is closed. */
    interface Opened extends Closeable {

        List<ReleaseFile> files();
    }
}
