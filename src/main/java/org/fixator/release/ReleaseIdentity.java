package org.fixator.release;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which release of which publication something is.
 *
 * @param kind of reader, such as {@code icd-10-cm}
 * @param system canonical URL of the code system, or of the first map or package
 * @param version as the publisher's order of versions has it, such as {@code 2026-04}
 * @param title for people
 * @param from first day in force; {@code null} where the publisher names none
 * @param to last day in force; {@code null} where it is open
 * @param licence in a few words, with the publisher
 * @param notice copyright line that every answer has to carry; {@code null} where there is none
 */
public record ReleaseIdentity(
        String kind,
        String system,
        String version,
        String title,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String licence,
        @Nullable String notice) {}
