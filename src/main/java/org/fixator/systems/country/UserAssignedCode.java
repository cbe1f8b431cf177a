package org.fixator.systems.country;

import java.util.List;
import org.fixator.codesystem.Concept;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.jspecify.annotations.Nullable;

/** A code that ISO 3166-1 leaves to whoever uses it (8.1.3): the standard gives it no name. */
record UserAssignedCode(String code) implements Concept {

    @Override
    public String display() {
        return "User-assigned";
    }

    @Override
    public @Nullable String definition() {
        return null;
    }

    @Override
    public List<Designation> designations() {
        return List.of();
    }

    @Override
    public List<Property> properties() {
        return List.of();
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
        return false;
    }

    @Override
    public boolean isUserAssigned() {
        return true;
    }

    @Override
    public @Nullable String status() {
        return null;
    }

    @Override
    public List<Concept> parents() {
        return List.of();
    }

    @Override
    public List<Concept> children() {
        return List.of();
    }
}
