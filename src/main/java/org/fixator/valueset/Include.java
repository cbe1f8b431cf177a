package org.fixator.valueset;

import java.util.List;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.coding.Canonical;
import org.fixator.coding.Extension;
import org.jspecify.annotations.Nullable;

/**
 * One include or exclude of a compose: the concepts of a system that are enumerated or filtered, cut with every value
 * set named.
 *
 * @param system the code system; {@code null} where only value sets are named
 * @param version version asked for, may be a pattern or {@code *}
 * @param concepts the enumeration; {@code null} where the resource enumerates nothing
 * @param filters filters that all must hold
 * @param valueSets value sets that all must contain the concept
 * @param copyright R5's notice of the include
 * @param extensions extensions of the include, unread
 */
public record Include(
        @Nullable String system,
        @Nullable String version,
        @Nullable List<EnumeratedConcept> concepts,
        List<PropertyFilter> filters,
        List<Canonical> valueSets,
        @Nullable String copyright,
        List<Extension> extensions) {

    public Include {
        concepts = concepts == null ? null : List.copyOf(concepts);
        filters = List.copyOf(filters);
        valueSets = List.copyOf(valueSets);
        extensions = List.copyOf(extensions);
    }
}
