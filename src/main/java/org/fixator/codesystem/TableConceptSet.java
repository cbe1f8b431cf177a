package org.fixator.codesystem;

import java.util.Iterator;
import java.util.PrimitiveIterator;
import org.fixator.index.OrdinalSet;

/** A set of concepts of one {@link TableCodeSystem}, in the order of the system: ordinals in a bitmap. */
final class TableConceptSet implements ConceptSet {

    private final TableCodeSystem system;
    private final OrdinalSet ordinals;

    TableConceptSet(TableCodeSystem system, OrdinalSet ordinals) {
        this.system = system;
        this.ordinals = ordinals;
    }

    TableCodeSystem system() {
        return system;
    }

    OrdinalSet ordinals() {
        return ordinals;
    }

    @Override
    public boolean contains(Concept concept) {
        int ordinal = system.ordinal(concept);
        return ordinal >= 0 && ordinals.contains(ordinal);
    }

    @Override
    public boolean isClosed() {
        return true;
    }

    @Override
    public int size() {
        return ordinals.size();
    }

    @Override
    public Iterator<Concept> iterator(int offset) {
        PrimitiveIterator.OfInt members = ordinals.iterator(offset);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return members.hasNext();
            }

            @Override
            public Concept next() {
                return new TableConcept(system, members.nextInt());
            }
        };
    }

    @Override
    public ConceptSet and(ConceptSet other) {
        return other instanceof EnumeratedConceptSet enumerated
                ? enumerated.and(this)
                : new TableConceptSet(system, ordinals.and(system.ordinals(other)));
    }

    @Override
    public ConceptSet or(ConceptSet other) {
        return new TableConceptSet(system, ordinals.or(system.ordinals(other)));
    }

    @Override
    public ConceptSet without(ConceptSet other) {
        return new TableConceptSet(system, ordinals.without(system.ordinals(other)));
    }
}
