package org.fixator.conceptmap;

import java.util.List;
import org.fixator.coding.Canonical;
import org.jspecify.annotations.Nullable;

/** The mappings from one system to another. */
public record MapGroup(
        @Nullable Canonical source,
        @Nullable Canonical target,
        List<MapElement> elements,
        @Nullable Unmapped unmapped) {

    public MapGroup {
        elements = List.copyOf(elements);
    }

    /**
     * What to do with codes that no element names.
     *
     * @param mode {@code provided}/{@code use-source-code}, {@code fixed}, {@code other-map}
     * @param url the other map
     */
    public record Unmapped(
            String mode,
            @Nullable String code,
            @Nullable String display,
            @Nullable String url,
            @Nullable Relationship relationship) {}
}
