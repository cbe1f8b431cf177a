package org.fixator.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes instants as {@link Instant#toString} does, to the millisecond. A second is written out once, for the many answers
 * that it sees. Safe for use by many threads.
 */
final class Timestamps {

    private volatile @Nullable Second last;

    /** @param begin date and time of the second, up to where a fraction would follow */
    private record Second(long number, String begin) {}

    String of(Instant instant) {
        String begin = second(instant.getEpochSecond()).begin;
        int millis = instant.getNano() / 1_000_000;
        if (millis == 0) {
            return begin + "Z";
        }
        return begin + (millis < 10 ? ".00" : millis < 100 ? ".0" : ".") + millis + "Z";
    }

    private Second second(long number) {
        Second known = last;
        if (known == null || known.number != number) {
            String text = Instant.ofEpochSecond(number).toString();
            known = new Second(number, text.substring(0, text.length() - 1));
            last = known;
        }
        return known;
    }
}
