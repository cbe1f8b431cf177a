package org.fixator.conceptmap;

import java.util.List;
import org.fixator.coding.Canonical;
import org.fixator.coding.Extension;
import org.jspecify.annotations.Nullable;

/**
 * A concept map as its resource defines it, R4 and R5 alike.
 *
 * @param canonical url and version; {@code null} for an inline map without url
 * @param sourceScope value set that the map translates from ({@code source[x]}, {@code sourceScope[x]})
 * @param targetScope value set that the map translates to
 * @param message what {@code $translate} has to say with every answer from this map (extension
 *     {@code relation-not-translation})
 */
public record ConceptMapDefinition(
        @Nullable Canonical canonical,
        @Nullable String id,
        @Nullable String status,
        @Nullable String sourceScope,
        @Nullable String targetScope,
        @Nullable String message,
        List<MapGroup> groups,
        List<Extension> extensions) {

    public ConceptMapDefinition {
        groups = List.copyOf(groups);
        extensions = List.copyOf(extensions);
    }
}
