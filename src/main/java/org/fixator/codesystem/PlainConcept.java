package org.fixator.codesystem;

import java.util.List;
import java.util.Objects;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.jspecify.annotations.Nullable;

/**
 * A concept that stands for itself, without a table and without a hierarchy: what a grammar makes of a code.
 *
 * @param system url of the code system
 * @param status status of the concept where it is not active
 */
public record PlainConcept(
        String system,
        String code,
        @Nullable String display,
        @Nullable String definition,
        List<Designation> designations,
        List<Property> properties,
        @Nullable String status)
        implements Concept {

    public PlainConcept {
        designations = List.copyOf(designations);
        properties = List.copyOf(properties);
    }

    public static PlainConcept of(String system, String code, @Nullable String display) {
        return new PlainConcept(system, code, display, null, List.of(), List.of(), null);
    }

    @Override
    public List<Extension> extensions() {
        return List.of();
    }

    @Override
    public boolean isAbstract() {
        return false;
    }

    @Override
    public boolean isInactive() {
        return status != null;
    }

    @Override
    public List<Concept> parents() {
        return List.of();
    }

    @Override
    public List<Concept> children() {
        return List.of();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlainConcept that && system.equals(that.system) && code.equals(that.code);
    }

    @Override
    public int hashCode() {
        return Objects.hash(system, code);
    }
}
