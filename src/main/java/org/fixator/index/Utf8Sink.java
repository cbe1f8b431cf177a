package org.fixator.index;

/** Takes a text in UTF-8 from where it lies, so that nobody makes a {@code String} of it only to write it. */
@FunctionalInterface
public interface Utf8Sink {

    /**
     * The text that stands in a buffer from {@code from} up to, and without, {@code to}. The buffer is not changed, and not
     * kept.
     */
    void accept(byte[] buffer, int from, int to);
}
