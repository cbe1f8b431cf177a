package org.fixator.release;

import java.io.IOException;
import java.io.InputStream;

/** One file of a release: a file on disk, or an entry of a zip. May be opened several times, also at the same time. */
public interface ReleaseFile {

    /** File name without folders of the machine; an entry of an archive stands after a {@code !}. For messages. */
    String name();

    /** Size in bytes, unpacked; -1 where it is not known before reading. */
    long size();

    /** The bytes from the beginning. The caller closes it. */
    InputStream open() throws IOException;
}
