package org.fixator.release;

/** Hears how far a reader has come; called every few thousand lines. */
@FunctionalInterface
public interface ReadingProgress {

    /** Nobody listens. */
    ReadingProgress NONE = bytes -> {};

    /**
     * So many bytes more of the (unpacked) files were read.
     *
     * @throws java.util.concurrent.CancellationException where reading is to stop; the reader lets it pass
     */
    void read(long bytes);
}
