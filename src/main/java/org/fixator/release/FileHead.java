package org.fixator.release;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The beginning of a file, by which its layout is recognised.
 *
 * @param name of the file
 * @param text its first bytes behind a byte order mark, each as one character of ISO 8859-1; of UTF-16, its characters
 */
public record FileHead(String name, String text) {

    private static final int LENGTH = 1 << 14;

    /** @throws ReleaseException where the file cannot be read */
    public static FileHead of(ReleaseFile file) {
        try (InputStream in = file.open()) {
            return new FileHead(file.name(), TextEncoding.head(in.readNBytes(LENGTH)));
        } catch (IOException e) {
            throw ReleaseException.unreadable(file.name(), e);
        }
    }

    /** The lines of the beginning; the last one may be cut. */
    public List<String> lines() {
        return text.lines().toList();
    }

    /** The first line that is not blank; empty where there is none. */
    public String firstLine() {
        return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }
}
