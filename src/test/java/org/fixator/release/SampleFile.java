package org.fixator.release;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A release file of a test: a name and its text. */
public record SampleFile(String name, String text, Charset charset) implements ReleaseFile {

    public static SampleFile of(String name, String... lines) {
        return new SampleFile(name, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }

    @Override
    public long size() {
        return text.getBytes(charset).length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(text.getBytes(charset));
    }

    /** Reads files with a version and nothing else said. */
    public static ReleaseContent read(ReleaseReader reader, String version, ReleaseFile... files) {
        return reader.read(List.of(files), ReleaseOptions.NONE.withVersion(version), ReadingProgress.NONE);
    }
}
