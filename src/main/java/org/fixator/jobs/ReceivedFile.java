package org.fixator.jobs;

import java.nio.file.Path;

/**
 * A file of a job on this machine's disk.
 *
 * @param name as the client named it, without folders of the client's machine; may have folders of the release
 * @param path where it is
 * @param sha256 of its bytes, in hexadecimal
 * @param bytes its size
 * @param structure whether it is a file of another year that only lends chapters and notes
 */
record ReceivedFile(String name, Path path, String sha256, long bytes, boolean structure) {

    /** The file, or the folder of the release that it is in. */
    Path top() {
        Path top = path;
        for (int i = name.split("/", -1).length; i > 1; i--) {
            Path parent = top.getParent();
            top = parent == null ? top : parent;
        }
        return top;
    }
}
