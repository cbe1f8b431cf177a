package org.fixator.codesystem;

import java.util.ArrayList;
import java.util.List;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.jspecify.annotations.Nullable;

/**
 * A concept with what supplements add to it. It equals the concept that it is laid over.
 */
final class SupplementedConcept implements Concept {

    private final SupplementedCodeSystem system;
    private final Concept base;

    SupplementedConcept(SupplementedCodeSystem system, Concept base) {
        this.system = system;
        this.base = base;
    }

    /** The names that a supplement adds: its display, where it is another than the concept's own, and its designations. */
    static List<Designation> names(CodeSystem supplement, Concept concept) {
        Concept addition = supplement.find(concept.code());
        if (addition == null) {
            return List.of();
        }
        List<Designation> names =
                DisplayChoice.names(addition, supplement.description().language());
        String display = addition.display();
        return display != null && display.equals(concept.display()) ? addition.designations() : names;
    }

    Concept base() {
        return base;
    }

    @Override
    public String code() {
        return base.code();
    }

    @Override
    public @Nullable String display() {
        return base.display();
    }

    @Override
    public @Nullable String definition() {
        return base.definition();
    }

    @Override
    public List<Designation> designations() {
        List<Designation> all = new ArrayList<>(base.designations());
        for (CodeSystem supplement : system.supplements()) {
            all.addAll(names(supplement, base));
        }
        return all;
    }

    @Override
    public List<Property> properties() {
        List<Property> all = new ArrayList<>(base.properties());
        for (Concept addition : system.additions(base.code())) {
            all.addAll(addition.properties());
        }
        return all;
    }

    @Override
    public List<Extension> extensions() {
        List<Extension> all = new ArrayList<>(base.extensions());
        for (Concept addition : system.additions(base.code())) {
            all.addAll(addition.extensions());
        }
        return all;
    }

    @Override
    public boolean isAbstract() {
        return base.isAbstract();
    }

    @Override
    public boolean isInactive() {
        return base.isInactive();
    }

    @Override
    public boolean isUserAssigned() {
        return base.isUserAssigned();
    }

    @Override
    public @Nullable String status() {
        return base.status();
    }

    @Override
    public List<Concept> parents() {
        return system.laidOver(base.parents());
    }

    @Override
    public List<Concept> children() {
        return system.laidOver(base.children());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return base.equals(other instanceof SupplementedConcept that ? that.base : other);
    }

    @Override
    public int hashCode() {
        return base.hashCode();
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
