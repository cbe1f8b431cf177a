package org.fixator.valueset;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fixator.codesystem.Concept;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.jspecify.annotations.Nullable;

/** An entry of a stored expansion as a concept: it knows what the expansion tells, and nothing else. */
final class StoredConcept implements Concept {

    private final String system;
    private final ExpandedConcept entry;
    private final @Nullable StoredConcept parent;
    private final List<Concept> children = new ArrayList<>();

    StoredConcept(String system, ExpandedConcept entry, @Nullable StoredConcept parent) {
        this.system = system;
        this.entry = entry;
        this.parent = parent;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    @Override
    public String code() {
        return entry.code();
    }

    @Override
    public @Nullable String display() {
        return entry.display();
    }

    @Override
    public @Nullable String definition() {
        return property("definition");
    }

    @Override
    public List<Designation> designations() {
        return entry.designations();
    }

    @Override
    public List<Property> properties() {
        return entry.properties();
    }

    @Override
    public List<Extension> extensions() {
        return entry.extensions();
    }

    @Override
    public boolean isAbstract() {
        return entry.isAbstract();
    }

    @Override
    public boolean isInactive() {
        return entry.inactive();
    }

    @Override
    public @Nullable String status() {
        return property("status");
    }

    @Override
    public List<Concept> parents() {
        return parent == null ? List.of() : List.of(parent);
    }

    @Override
    public List<Concept> children() {
        return List.copyOf(children);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredConcept concept
                && concept.system.equals(system)
                && concept.code().equals(code());
    }

    @Override
    public int hashCode() {
        return Objects.hash(system, code());
    }

    private @Nullable String property(String code) {
        for (Property property : entry.properties()) {
            if (property.code().equals(code)) {
                return property.value();
            }
        }
        return null;
    }
}
