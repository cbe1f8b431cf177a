package org.fixator.coding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another name of a concept.
 *
 * @param language BCP 47 tag; {@code null} where none is stated
 * @param use what the name is for; {@code null} where not stated
 * @param value the name
 * @param status the standards status that the resource gives this name ({@code deprecated}, {@code withdrawn}, …)
 * @param extensions extensions of the designation, unread
 */
public record Designation(
        @Nullable String language,
        @Nullable Coding use,
        String value,
        @Nullable String status,
        List<Extension> extensions) {

    public Designation {
        extensions = List.copyOf(extensions);
    }

    public static Designation of(@Nullable String language, @Nullable Coding use, String value) {
        return new Designation(language, use, value, null, List.of());
    }
}
