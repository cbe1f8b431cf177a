package org.fixator.systems.cpt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fixator.codesystem.Concept;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.jspecify.annotations.Nullable;

/**
 * A procedure code with modifiers: {@code 20697:52}. It has no display; what its parts mean stands in its properties.
 *
 * @param code as it was written
 * @param base the procedure code
 * @param modifiers in the order in which they were written, which does not matter
 */
record Expression(String code, Concept base, List<Concept> modifiers) implements Concept {

    Expression {
        modifiers = List.copyOf(modifiers);
    }

    /** Whether another expression is the same but for the order of its modifiers. */
    boolean isSame(Expression other) {
        return base.code().equals(other.base.code()) && codes().equals(other.codes());
    }

    private Set<String> codes() {
        return modifiers.stream().map(Concept::code).collect(Collectors.toSet());
    }

    @Override
    public @Nullable String display() {
        return null;
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
        List<Property> properties = new ArrayList<>();
        properties.add(Property.of(Cpt.MODIFIER, PropertyType.BOOLEAN, "false"));
        properties.add(Property.of(Cpt.MODIFIED, PropertyType.BOOLEAN, "true"));
        properties.add(part("base-code", base));
        modifiers.forEach(modifier -> properties.add(part("applied-modifier", modifier)));
        return List.copyOf(properties);
    }

    private static Property part(String name, Concept part) {
        return new Property(name, PropertyType.CODE, part.code(), null, part.display());
    }

    @Override
    public List<Extension> extensions() {
        return List.of();
    }

    @Override
    public boolean isAbstract() {
        return false;
    }

    /** An expression is out of use as soon as one of its parts is. */
    @Override
    public boolean isInactive() {
        return base.isInactive() || modifiers.stream().anyMatch(Concept::isInactive);
    }

    @Override
    public @Nullable String status() {
        return isInactive() ? "inactive" : null;
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
    public boolean equals(@Nullable Object other) {
        return other instanceof Expression that && code.equals(that.code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }
}
