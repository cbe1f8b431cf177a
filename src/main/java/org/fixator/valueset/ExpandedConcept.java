package org.fixator.valueset;

import java.util.List;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an expansion: {@code ValueSet.expansion.contains}.
 *
 * @param version the code system version, present only where it must be told (two versions in one expansion)
 */
public record ExpandedConcept(
        @Nullable String system,
        @Nullable String version,
        String code,
        @Nullable String display,
        boolean isAbstract,
        boolean inactive,
        List<Designation> designations,
        List<Property> properties,
        List<Extension> extensions,
        List<ExpandedConcept> contains)
        implements ExpansionEntry {

    public ExpandedConcept {
        designations = List.copyOf(designations);
        properties = List.copyOf(properties);
        extensions = List.copyOf(extensions);
        contains = List.copyOf(contains);
    }

    @Override
    public ExpandedConcept whole() {
        return this;
    }
}
