package org.fixator.conceptmap;

import java.util.List;
import org.fixator.coding.Property;
import org.jspecify.annotations.Nullable;

/** One target of a mapping; {@code code} is {@code null} where R4 states that there is none (unmatched). */
public record MapTarget(
        @Nullable String code,
        @Nullable String display,
        Relationship relationship,
        @Nullable String comment,
        List<DependsOn> dependsOn,
        List<DependsOn> products,
        List<Property> properties) {

    public MapTarget {
        dependsOn = List.copyOf(dependsOn);
        products = List.copyOf(products);
        properties = List.copyOf(properties);
    }
}
