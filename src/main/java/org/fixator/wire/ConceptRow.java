package org.fixator.wire;

import java.util.List;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.jspecify.annotations.Nullable;

/**
 * A concept as a CodeSystem resource states it.
 *
 * @param parent code of the concept that it is nested in; {@code null} at the top
 * @param properties {@code parent} and {@code child} among them, where the resource gives them as properties
 */
public record ConceptRow(
        @Nullable String parent,
        String code,
        @Nullable String display,
        @Nullable String definition,
        List<Designation> designations,
        List<Property> properties,
        List<Extension> extensions) {

    public ConceptRow {
        designations = List.copyOf(designations);
        properties = List.copyOf(properties);
        extensions = List.copyOf(extensions);
    }
}
