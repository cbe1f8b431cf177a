package org.fixator.codesystem;

import java.util.Iterator;
import java.util.List;
import org.fixator.coding.ContentMode;
import org.fixator.index.CodeDictionary;
import org.fixator.index.Hierarchy;
import org.fixator.index.OrdinalSet;
import org.jspecify.annotations.Nullable;

/**
 * A code system whose concepts are all known: every CodeSystem resource and every release that is a list of concepts. Made
 * by {@link CodeSystemBuilder}; immutable.
 *
 * <p>The text index is built by the first search, or ahead of it by {@code prepare}.
 */
public final class TableCodeSystem implements CodeSystem {

    private final CodeSystemDescription description;
    private final ConceptTable table;

    TableCodeSystem(CodeSystemDescription description, ConceptTable table) {
        this.description = description;
        this.table = table;
    }

    ConceptTable table() {
        return table;
    }

    /** Number of concepts. */
    public int size() {
        return table.size();
    }

    @Override
    public CodeSystemDescription description() {
        return description;
    }

    @Override
    public @Nullable Concept find(String code) {
        int ordinal = table.codes().find(code);
        return ordinal == CodeDictionary.NONE ? null : new TableConcept(this, ordinal);
    }

    @Override
    public Absence absence(String code) {
        return new Absence(description.content() == ContentMode.COMPLETE, null, List.of(), List.of());
    }

    @Override
    public ConceptSet all() {
        return new TableConceptSet(this, table.all());
    }

    @Override
    public ConceptSet enumerated(List<Concept> concepts) {
        return EnumeratedConceptSet.of(this, concepts);
    }

    @Override
    public ConceptSet filter(PropertyFilter filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RankedConcepts search(String text, ConceptSet within, int offset, int count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Subsumption subsumes(Concept a, Concept b) {
        int first = ordinal(a);
        int second = ordinal(b);
        Hierarchy hierarchy = table.hierarchy();
        if (first == second) {
            return Subsumption.EQUIVALENT;
        }
        if (hierarchy.subsumes(first, second)) {
            return Subsumption.SUBSUMES;
        }
        return hierarchy.subsumes(second, first) ? Subsumption.SUBSUMED_BY : Subsumption.NOT_SUBSUMED;
    }

    /** The ordinal of a concept, by its code where it belongs to another implementation; -1 where there is none. */
    int ordinal(Concept concept) {
        Concept bare = concept instanceof SupplementedConcept supplemented ? supplemented.base() : concept;
        if (bare instanceof TableConcept own && own.system() == this) {
            return own.ordinal();
        }
        return table.codes().find(bare.code());
    }

    /** The ordinals of a set. */
    OrdinalSet ordinals(ConceptSet set) {
        if (set instanceof TableConceptSet own && own.system() == this) {
            return own.ordinals();
        }
        if (set instanceof EnumeratedConceptSet own && own.system() == this) {
            return own.ordinals();
        }
        OrdinalSet.Builder ordinals = OrdinalSet.builder();
        for (Iterator<Concept> members = set.iterator(0); members.hasNext(); ) {
            int ordinal = ordinal(members.next());
            if (ordinal >= 0) {
                ordinals.add(ordinal);
            }
        }
        return ordinals.build();
    }
}
