package org.fixator.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.fixator.jobs.FileOpener;
import org.fixator.release.PackageLimits;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseFiles;

/** Opens what a job has received; nothing stays open between two reads, so there is nothing to close. */
final class OpenedReleaseFiles implements FileOpener {

    @Override
    public Opened open(List<Path> paths) throws IOException {
        List<ReleaseFile> files = ReleaseFiles.open(paths, PackageLimits.DEFAULT);
        return new Opened() {
            @Override
            public List<ReleaseFile> files() {
                return files;
            }

            @Override
            public void close() {}
        };
    }
}
