package org.fixator.wire;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Buffers of answers between one answer and the next, so that an answer is written where memory is in the processor's
 * caches already. Small ones are kept by their threads; of large ones as many as are written at a time, the one used last
 * being taken first. Safe for use by many threads.
 */
final class KeptBuffers {

    /** Bytes up to which each thread keeps one. */
    static final int SMALL = 1 << 16;

    /** Bytes up to which one is kept at all. */
    private static final int LARGEST = 1 << 20;

    private static final int FIRST = 2048;

    private static final ThreadLocal<@Nullable JsonBytes> OF_THREAD = new ThreadLocal<>();

    private static final AtomicReferenceArray<@Nullable JsonBytes> LARGE =
            new AtomicReferenceArray<>(Math.max(8, 2 * Runtime.getRuntime().availableProcessors()));

    private KeptBuffers() {}

    /**
     * An empty one.
     *
     * @param expected bytes that the answer will have, about
     */
    static JsonBytes take(int expected) {
        return expected > SMALL ? large(expected) : ofThread();
    }

    private static JsonBytes ofThread() {
        JsonBytes kept = OF_THREAD.get();
        if (kept == null) {
            return new JsonBytes(FIRST);
        }
        OF_THREAD.set(null); // an answer that is written while another one is gets its own
        kept.clear();
        return kept;
    }

    private static JsonBytes large(int expected) {
        for (int i = 0; i < LARGE.length(); i++) {
            JsonBytes kept = LARGE.get(i) == null ? null : LARGE.getAndSet(i, null);
            if (kept != null) {
                kept.clear();
                return kept;
            }
        }
        return new JsonBytes(expected);
    }

    /** Takes one back, which nobody may use any more. */
    static void give(JsonBytes used) {
        if (used.capacity() <= SMALL) {
            OF_THREAD.set(used);
        } else if (used.capacity() <= LARGEST) {
            keep(used);
        }
    }

    private static void keep(JsonBytes large) {
        for (int i = 0; i < LARGE.length(); i++) {
            if (LARGE.get(i) == null && LARGE.compareAndSet(i, null, large)) {
                return;
            }
        }
    }
}
