package org.fixator.codesystem;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.fixator.index.Ints;
import org.fixator.index.OrdinalSet;

/** A set of concepts of one {@link TableCodeSystem} that keeps the order in which they were named. */
final class EnumeratedConceptSet implements ConceptSet {

    private final TableCodeSystem system;
    private final int[] order;
    private final OrdinalSet members;

    private EnumeratedConceptSet(TableCodeSystem system, int[] order) {
        this.system = system;
        this.order = order;
        this.members = OrdinalSet.of(order);
    }

    /** Each concept once, at its first place. */
    static EnumeratedConceptSet of(TableCodeSystem system, List<Concept> concepts) {
        return distinct(system, concepts.stream().mapToInt(system::ordinal).filter(ordinal -> ordinal >= 0));
    }

    private static EnumeratedConceptSet distinct(TableCodeSystem system, IntStream ordinals) {
        BitSet seen = new BitSet();
        Ints order = new Ints();
        ordinals.forEach(ordinal -> {
            if (!seen.get(ordinal)) {
                seen.set(ordinal);
                order.add(ordinal);
            }
        });
        return new EnumeratedConceptSet(system, order.toArray());
    }

    TableCodeSystem system() {
        return system;
    }

    OrdinalSet ordinals() {
        return members;
    }

    @Override
    public boolean contains(Concept concept) {
        int ordinal = system.ordinal(concept);
        return ordinal >= 0 && members.contains(ordinal);
    }

    @Override
    public boolean isClosed() {
        return true;
    }

    @Override
    public int size() {
        return order.length;
    }

    @Override
    public Iterator<Concept> iterator(int offset) {
        return Arrays.stream(order, Math.min(offset, order.length), order.length)
                .mapToObj(ordinal -> (Concept) new TableConcept(system, ordinal))
                .iterator();
    }

    @Override
    public ConceptSet and(ConceptSet other) {
        OrdinalSet others = system.ordinals(other);
        return distinct(system, Arrays.stream(order).filter(others::contains));
    }

    /** Our members, then the other's. */
    @Override
    public ConceptSet or(ConceptSet other) {
        if (other instanceof EnumeratedConceptSet that && that.system == system) {
            return distinct(system, IntStream.concat(Arrays.stream(order), Arrays.stream(that.order)));
        }
        return new TableConceptSet(system, members.or(system.ordinals(other)));
    }

    @Override
    public ConceptSet without(ConceptSet other) {
        OrdinalSet others = system.ordinals(other);
        return distinct(system, Arrays.stream(order).filter(ordinal -> !others.contains(ordinal)));
    }
}
