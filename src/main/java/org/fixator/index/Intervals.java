package org.fixator.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The descendants of every ordinal as intervals of preorder numbers in a spanning forest: see {@link Hierarchy}.
 */
final class Intervals {

    private static final int[] NO_INTS = {};
    private static final Intervals NONE = new Intervals(new SpanningForest(null, null, NO_INTS), null, NO_INTS, true);

    private final SpanningForest forest;
    /** Where the further intervals of an ordinal begin, counted in intervals; {@code null} where there are none at all. */
    private final int @Nullable [] extraStart;
    /** First and last number of each further interval. */
    private final int[] extra;

    private final boolean complete;

    private Intervals(SpanningForest forest, int @Nullable [] extraStart, int[] extra, boolean complete) {
        this.forest = forest;
        this.extraStart = extraStart;
        this.extra = extra;
        this.complete = complete;
    }

    /** Of a hierarchy without edges; never asked. */
    static Intervals none() {
        return NONE;
    }

    /**
     * @param order all ordinals, parents first
     * @param limit further intervals allowed for each ordinal and edge
     */
    static Intervals of(IntLists parents, IntLists children, int[] order, int limit) {
        SpanningForest forest = SpanningForest.of(parents, children, order);
        if (parents.entries() == countOfChildren(parents)) {
            return new Intervals(forest, null, NO_INTS, true);
        }
        int size = parents.size();
        long budget = (long) limit * (size + parents.entries());
        Extras extras = new Extras(size, forest, children);
        for (int i = size - 1; i >= 0; i--) {
            extras.compute(order[i]);
            if (extras.size() > budget) {
                return new Intervals(forest, null, NO_INTS, false);
            }
        }
        int[] start = new int[size + 1];
        int[] sorted = extras.inOrder(start);
        return new Intervals(forest, start, sorted, true);
    }

    /** As a part of a structure of an {@link Image}. */
    void write(ImageOutput out) {
        out.ints(forest.number());
        out.ints(forest.ordinal());
        out.ints(forest.last());
        out.ints(extraStart);
        out.ints(extra);
        out.flag(complete);
    }

    /** Reads what {@link #write} wrote. */
    static Intervals read(ImageInput in) {
        SpanningForest forest = new SpanningForest(in.optionalInts(), in.optionalInts(), in.ints());
        return new Intervals(forest, in.optionalInts(), in.ints(), in.flag());
    }

    /** Whether the intervals hold all descendants, so that {@link #contains} may be asked. */
    boolean isComplete() {
        return complete;
    }

    boolean contains(int ancestor, int descendant) {
        int n = forest.number(descendant);
        if (n >= forest.number(ancestor) && n <= forest.last()[ancestor]) {
            return true;
        }
        if (extraStart == null) {
            return false;
        }
        int low = extraStart[ancestor];
        int high = extraStart[ancestor + 1] - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (n < extra[2 * middle]) {
                high = middle - 1;
            } else if (n > extra[2 * middle + 1]) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /** Adds an ordinal and its descendants. */
    void collect(int v, OrdinalSet.Builder found) {
        collect(forest.number(v), forest.last()[v], found);
        if (extraStart != null) {
            for (int i = extraStart[v]; i < extraStart[v + 1]; i++) {
                collect(extra[2 * i], extra[2 * i + 1], found);
            }
        }
    }

    /** Number of further intervals. */
    int extras() {
        return extra.length / 2;
    }

    private void collect(int first, int last, OrdinalSet.Builder found) {
        int[] ordinal = forest.ordinal();
        if (ordinal == null) {
            found.addRange(first, last + 1);
            return;
        }
        for (int n = first; n <= last; n++) {
            found.add(ordinal[n]);
        }
    }

    private static int countOfChildren(IntLists parents) {
        int count = 0;
        for (int v = 0; v < parents.size(); v++) {
            count += parents.count(v) > 0 ? 1 : 0;
        }
        return count;
    }

    /** Further intervals, computed from the children upwards into one growing array. */
    private static final class Extras {

        private final SpanningForest forest;
        private final IntLists children;
        private final int[] start;
        private final int[] end;
        private final Ints pairs = new Ints();
        private long[] scratch = new long[16];
        private int gathered;

        Extras(int size, SpanningForest forest, IntLists children) {
            this.forest = forest;
            this.children = children;
            start = new int[size];
            end = new int[size];
        }

        int size() {
            return pairs.size() / 2;
        }

        void compute(int v) {
            gathered = 0;
            int first = forest.number(v);
            int last = forest.last()[v];
            for (int i = children.start(v); i < children.end(v); i++) {
                int child = children.entry(i);
                gather(forest.number(child), forest.last()[child], first, last);
                for (int j = start[child]; j < end[child]; j++) {
                    gather(pairs.get(2 * j), pairs.get(2 * j + 1), first, last);
                }
            }
            start[v] = size();
            merge();
            end[v] = size();
        }

        /** Keeps an interval unless it lies within our own. */
        private void gather(int from, int to, int first, int last) {
            if (from >= first && to <= last) {
                return;
            }
            if (gathered == scratch.length) {
                scratch = Arrays.copyOf(scratch, 2 * gathered);
            }
            scratch[gathered++] = (long) from << Integer.SIZE | to;
        }

        private void merge() {
            Arrays.sort(scratch, 0, gathered);
            int from = -2;
            int to = -2;
            for (int i = 0; i < gathered; i++) {
                int nextFrom = (int) (scratch[i] >>> Integer.SIZE);
                int nextTo = (int) scratch[i];
                if (nextFrom > to + 1) {
                    emit(from, to);
                    from = nextFrom;
                    to = nextTo;
                } else {
                    to = Math.max(to, nextTo);
                }
            }
            emit(from, to);
        }

        private void emit(int from, int to) {
            if (from >= 0) {
                pairs.add(from);
                pairs.add(to);
            }
        }

        /** The pairs in the order of the ordinals, whose starts are written to {@code starts}. */
        int[] inOrder(int[] starts) {
            int[] sorted = new int[pairs.size()];
            int at = 0;
            for (int v = 0; v < start.length; v++) {
                starts[v] = at;
                for (int j = start[v]; j < end[v]; j++) {
                    sorted[2 * at] = pairs.get(2 * j);
                    sorted[2 * at + 1] = pairs.get(2 * j + 1);
                    at++;
                }
            }
            starts[start.length] = at;
            return sorted;
        }
    }
}
