package org.fixator.systems.bcp47;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the registry.
 *
 * @param type {@code language}, {@code extlang}, {@code script}, {@code region}, {@code variant}, {@code grandfathered}
 *     or {@code redundant}
 * @param text the subtag, or the whole tag of the last two types, in the case in which it is to be written
 * @param descriptions at least one
 * @param deprecated since when; {@code null} where it is not
 * @param preferred what to write instead
 */
record Subtag(
        String type, String text, List<String> descriptions, @Nullable String deprecated, @Nullable String preferred) {

    Subtag {
        descriptions = List.copyOf(descriptions);
    }

    String description() {
        return descriptions.get(0);
    }
}
