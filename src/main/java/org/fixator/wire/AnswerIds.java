package org.fixator.wire;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Identifiers of expansions and Bundles: UUIDs, no two alike in one process and none that another process makes too, other than by
 * the chance of 60 random bits. Nobody is kept from guessing the next one, so no randomness is spent on each, for which
 * requests would wait for each other. Safe for use by many threads.
 */
public final class AnswerIds {

    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_2 = 0x8000_0000_0000_0000L;

    private final long process;
    private final AtomicLong count;

    public AnswerIds() {
        SecureRandom random = new SecureRandom();
        process = (random.nextLong() & ~0xF000L) | VERSION_4;
        count = new AtomicLong(random.nextLong());
    }

    public UUID next() {
        // An odd factor maps counts to distinct numbers, whose lower bits go up and down: no two in a row look alike.
        long number = count.incrementAndGet() * 0x9E3779B97F4A7C15L;
        return new UUID(process, (number >>> 2) | VARIANT_2);
    }
}
