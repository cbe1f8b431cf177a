package org.fixator.catalog;

import java.time.Duration;

/**
 * How much clients may leave on the server.
 *
 * @param caches number of caches at a time; the one used longest ago goes when another is started
 * @param resources number of resources in one cache
 * @param bytes of JSON in one cache
 * @param idle for how long a cache is kept without being used
 */
public record CacheLimits(int caches, int resources, long bytes, Duration idle) {

    public static final CacheLimits DEFAULT = new CacheLimits(1_000, 20_000, 64L << 20, Duration.ofHours(2));

    /** Bytes in all caches together: beyond, those used longest ago go. */
    long allBytes() {
        return 2 * bytes;
    }
}
