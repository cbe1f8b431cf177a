package org.fixator.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of bodies are being worked on at a time. Large bodies that come together would take the memory that each
 * alone leaves; those that find no room are refused and can come again. Thread-safe.
 */
final class BodyMemory {
    /** Bodies up to this size are not counted: what everybody sends is never refused. */
    static final long SMALL = 64 << 10;

    static final Share UNCOUNTED = new BodyMemory(Long.MAX_VALUE).share(false);

    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    /** @param limit in bytes, of all bodies together */
    BodyMemory(long limit) {
        this.limit = limit;
    }

    /** The share of one request, to be closed when it is answered. */
    Share share(boolean counted) {
        return new Share(counted);
    }

    /** What one request has taken. Used by one thread at a time. */
    final class Share implements AutoCloseable {
        private final boolean counted;
        private long mine;

        private Share(boolean counted) {
            this.counted = counted;
        }

        /**
         * Tells how many bytes of the body have been read by now.
         *
         * @throws RefusedException (429) where there is no room
         */
        void take(long read) {
            if (!counted || read <= SMALL) {
                return;
            }
            long more = read - mine;
            mine = read;
            if (taken.addAndGet(more) > limit) {
                throw new RefusedException(new Refusal(
                        429,
                        "throttled",
                        "Too many large requests at a time: together they may have " + limit
                                + " bytes. Send this one again later"));
            }
        }

        @Override
        public void close() {
            taken.addAndGet(-mine);
            mine = 0;
        }
    }
}
