package org.fixator.index;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Parents, children, ancestors and descendants. Any acyclic graph: a tree is the cheap case of it.
 *
 * <p>Layout. A spanning forest gives every ordinal a number in preorder, so that the descendants in the forest are the
 * interval {@code number[v] .. last[v]}. Subsumption in a tree is two comparisons. An ordinal whose descendants can also be
 * reached on other edges has further intervals, sorted and merged ({@code extra}); then subsumption adds a binary search
 * among those. (Agrawal, Borgida, Jagadish: Efficient management of transitive relationships, 1989.) Where the ordinals are
 * a preorder themselves, as in a nested source, the numbers are not stored.
 *
 * <p>Cost: parents and children 8 bytes each for a tree, {@code last} 4, numbers and their inverse 8 where needed. A graph
 * whose further intervals would take more than {@link #LIMIT} times its size does without them and searches instead.
 */
public final class Hierarchy {

    /** Further intervals allowed for each ordinal and edge, on average. */
    static final int LIMIT = 16;

    private final IntLists parents;
    private final IntLists children;
    private final Intervals intervals;

    private Hierarchy(IntLists parents, IntLists children, Intervals intervals) {
        this.parents = parents;
        this.children = children;
        this.intervals = intervals;
    }

    /**
     * @param parents the parents of each ordinal, without repetition
     * @throws CycleException where an ordinal is its own ancestor
     */
    public static Hierarchy of(IntLists parents) {
        if (parents.entries() == 0) {
            return new Hierarchy(parents, IntLists.empty(parents.size()), Intervals.none());
        }
        IntLists children = parents.transpose(parents.size());
        int[] order = Topology.parentsFirst(parents, children);
        return new Hierarchy(parents, children, Intervals.of(parents, children, order, LIMIT));
    }

    /** The core of an {@link Image}. */
    public void write(ImageOutput out) {
        out.section(Section.PARENTS);
        parents.write(out);
    }

    /** The derived part. */
    public void writeDerived(ImageOutput out) {
        out.section(Section.HIERARCHY);
        if (!isFlat()) {
            children.write(out);
            intervals.write(out);
        }
    }

    /** Reads what {@link #write} and {@link #writeDerived} wrote; without the latter it is computed. */
    public static Hierarchy read(ImageInput in, @Nullable ImageInput derived) {
        in.section(Section.PARENTS);
        IntLists parents = IntLists.read(in);
        if (derived == null) {
            return of(parents);
        }
        derived.section(Section.HIERARCHY);
        return parents.entries() == 0
                ? of(parents)
                : new Hierarchy(parents, IntLists.read(derived), Intervals.read(derived));
    }

    /** Whether no ordinal has a parent. */
    public boolean isFlat() {
        return parents.entries() == 0;
    }

    public IntLists parents() {
        return parents;
    }

    public IntLists children() {
        return children;
    }

    /** Whether {@code ancestor} is an ancestor of {@code ordinal}, or the same. */
    public boolean subsumes(int ancestor, int ordinal) {
        if (ancestor == ordinal) {
            return true;
        }
        if (isFlat() || children.count(ancestor) == 0) {
            return false;
        }
        return intervals.isComplete()
                ? intervals.contains(ancestor, ordinal)
                : ancestors(ordinal).contains(ancestor);
    }

    /** All descendants, without the ordinal itself. */
    public OrdinalSet descendants(int ordinal) {
        if (children.count(ordinal) == 0) {
            return OrdinalSet.EMPTY;
        }
        OrdinalSet.Builder found = OrdinalSet.builder();
        if (intervals.isComplete()) {
            intervals.collect(ordinal, found);
            return found.build().without(OrdinalSet.of(ordinal));
        }
        return reachable(ordinal, children);
    }

    /** All ancestors, without the ordinal itself. */
    public OrdinalSet ancestors(int ordinal) {
        return reachable(ordinal, parents);
    }

    private static OrdinalSet reachable(int ordinal, IntLists edges) {
        OrdinalSet.Builder found = OrdinalSet.builder();
        BitSet seen = new BitSet();
        Ints stack = new Ints();
        stack.add(ordinal);
        for (int top = 0; top < stack.size(); top++) {
            int from = stack.get(top);
            for (int i = edges.start(from); i < edges.end(from); i++) {
                int to = edges.entry(i);
                if (!seen.get(to)) {
                    seen.set(to);
                    found.add(to);
                    stack.add(to);
                }
            }
        }
        return found.build();
    }

    /** An ordinal is its own ancestor. */
    public static final class CycleException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int[] cycle;

        CycleException(int[] cycle) {
            super("Cycle " + Arrays.toString(cycle));
            this.cycle = cycle;
        }

        /** The ordinals of one cycle, each a child of the one after it, the last a child of the first. */
        public int[] cycle() {
            return cycle.clone();
        }
    }
}
