package org.fixator.codesystem;

import java.util.ArrayList;
import java.util.List;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.fixator.index.IntLists;
import org.fixator.index.Utf8Sink;
import org.jspecify.annotations.Nullable;

/** A concept of a {@link TableCodeSystem}: the system and an ordinal. */
final class TableConcept implements Concept {

    private final TableCodeSystem system;
    private final int ordinal;

    TableConcept(TableCodeSystem system, int ordinal) {
        this.system = system;
        this.ordinal = ordinal;
    }

    TableCodeSystem system() {
        return system;
    }

    int ordinal() {
        return ordinal;
    }

    @Override
    public String code() {
        return system.table().code(ordinal);
    }

    @Override
    public @Nullable String display() {
        return system.table().display(ordinal);
    }

    @Override
    public boolean hasDisplay() {
        return system.table().hasDisplay(ordinal);
    }

    @Override
    public void code(Utf8Sink sink) {
        system.table().code(ordinal, sink);
    }

    @Override
    public void display(Utf8Sink sink) {
        system.table().display(ordinal, sink);
    }

    @Override
    public boolean hasDesignations() {
        return system.table().hasDesignations(ordinal);
    }

    @Override
    public boolean hasExtensions() {
        return system.table().hasExtensions(ordinal);
    }

    @Override
    public @Nullable String definition() {
        return system.table().definition(ordinal);
    }

    @Override
    public List<Designation> designations() {
        return system.table().designations(ordinal);
    }

    @Override
    public List<Property> properties() {
        return system.table().properties(ordinal);
    }

    @Override
    public List<Extension> extensions() {
        return system.table().extensions(ordinal);
    }

    @Override
    public boolean isAbstract() {
        return system.table().statuses().abstracts().contains(ordinal);
    }

    @Override
    public boolean isInactive() {
        return system.table().statuses().inactives().contains(ordinal);
    }

    @Override
    public @Nullable String status() {
        return system.table().statuses().status(ordinal);
    }

    @Override
    public List<Concept> parents() {
        return concepts(system.table().hierarchy().parents());
    }

    @Override
    public List<Concept> children() {
        return concepts(system.table().hierarchy().children());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        Object bare = other instanceof SupplementedConcept supplemented ? supplemented.base() : other;
        if (!(bare instanceof TableConcept that)) {
            return false;
        }
        if (system == that.system) {
            return ordinal == that.ordinal;
        }
        return system.description().url().equals(that.system.description().url()) && code().equals(that.code());
    }

    @Override
    public int hashCode() {
        return code().hashCode();
    }

    @Override
    public String toString() {
        return system.description().canonical() + "#" + code();
    }

    private List<Concept> concepts(IntLists edges) {
        int count = edges.count(ordinal);
        if (count == 0) {
            return List.of();
        }
        List<Concept> concepts = new ArrayList<>(count);
        for (int i = edges.start(ordinal); i < edges.end(ordinal); i++) {
            concepts.add(new TableConcept(system, edges.entry(i)));
        }
        return concepts;
    }
}
