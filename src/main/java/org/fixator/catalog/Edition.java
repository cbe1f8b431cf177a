package org.fixator.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How something stands that came with a release.
 *
 * @param release id of the release
 * @param from first day in force; {@code null} where it always was
 * @param to last day in force; {@code null} where it is open
 * @param pinned whether it answers where no version is asked for, whatever the order of versions says
 */
public record Edition(String release, @Nullable LocalDate from, @Nullable LocalDate to, boolean pinned) {

    /** Whether a day is stated from or until which it is in force. */
    boolean hasPeriod() {
        return from != null || to != null;
    }

    boolean isInForce(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
