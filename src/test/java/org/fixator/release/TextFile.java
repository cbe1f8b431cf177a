package org.fixator.release;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A file of a release that is written in a test. */
public record TextFile(String name, byte[] bytes) implements ReleaseFile {

    public static TextFile of(String name, String... lines) {
        return new TextFile(name, String.join("\r\n", lines).concat("\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
