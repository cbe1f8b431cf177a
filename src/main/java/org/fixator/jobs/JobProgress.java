package org.fixator.jobs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is in what it does now.
 *
 * @param bytes read or received so far
 * @param total of the bytes; -1 where it is not known
 * @param elapsed since this step began
 */
public record JobProgress(JobState state, long bytes, long total, Duration elapsed) {

    /** Bytes a second; 0 before anything was read. */
    public long rate() {
        long nanos = Math.max(1, elapsed.toNanos());
        return (long) (bytes * 1e9 / nanos);
    }

    /** What is left at this rate; {@code null} where that cannot be said. */
    public @Nullable Duration left() {
        long rate = rate();
        if (total < 0 || rate == 0) {
            return null;
        }
        return Duration.ofSeconds((long) Math.ceil(Math.max(0, total - bytes) / (double) rate));
    }

    /** For people: {@code reading: 45 % of 14.7 MB, 12.1 MB/s, 1 s left}. */
    public String words() {
        boolean counts = state == JobState.READING || state == JobState.RECEIVING;
        if (!counts || bytes == 0) {
            return state.words();
        }
        StringBuilder words = new StringBuilder(state.words()).append(": ");
        if (total > 0) {
            words.append(Math.min(100, 100 * bytes / total)).append(" % of ").append(Sizes.of(total));
        } else {
            words.append(Sizes.of(bytes));
        }
        words.append(", ").append(Sizes.of(rate())).append("/s");
        Duration left = left();
        if (left != null) {
            words.append(", ").append(left.toSeconds()).append(" s left");
        }
        return words.toString();
    }
}
