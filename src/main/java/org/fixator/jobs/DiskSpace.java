package org.fixator.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much room there is on the disk of a folder. */
@FunctionalInterface
interface DiskSpace {

    DiskSpace REAL = folder -> Files.getFileStore(folder).getUsableSpace();

    /** In bytes. */
    long usable(Path folder) throws IOException;
}
