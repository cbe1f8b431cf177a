package org.fixator.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** JSON that can be read more than once: a file, an entry of a package, bytes. */
@FunctionalInterface
public interface JsonSource {

    /** A new stream from the beginning; the caller closes it. */
    InputStream open() throws IOException;

    static JsonSource of(byte[] utf8) {
        return () -> new ByteArrayInputStream(utf8);
    }
}
