package org.fixator.index;

import org.jspecify.annotations.Nullable;

/**
 * A forest that gives every ordinal one of its parents, with preorder numbers.
 *
 * <p>Where the first parents make the ordinals a preorder (a nested source), they are the forest and no numbers are
 * stored. Else each ordinal hangs under its deepest parent: that keeps chains together and further intervals few.
 *
 * @param number number of each ordinal, {@code null} where it is the ordinal itself
 * @param ordinal ordinal of each number, {@code null} likewise
 * @param last the last number among an ordinal and its descendants in the forest
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SpanningForest(int @Nullable [] number, int @Nullable [] ordinal, int[] last) {

    private static final int ROOT = -1;

    static SpanningForest of(IntLists parents, IntLists children, int[] order) {
        int[] last = lastIfPreorder(parents);
        if (last != null) {
            return new SpanningForest(null, null, last);
        }
        return numbered(children, deepestParents(parents, order), order);
    }

    int number(int v) {
        return number == null ? v : number[v];
    }

    /** The last descendants, where first parents and ordinals form a preorder; else {@code null}. */
    private static int @Nullable [] lastIfPreorder(IntLists parents) {
        int size = parents.size();
        int[] last = new int[size];
        int[] path = new int[size];
        int depth = 0;
        for (int v = 0; v < size; v++) {
            int parent = parents.count(v) == 0 ? ROOT : parents.entry(parents.start(v));
            while (depth > 0 && path[depth - 1] != parent) {
                last[path[--depth]] = v - 1;
            }
            if (depth == 0 && parent != ROOT) {
                return null;
            }
            path[depth++] = v;
        }
        while (depth > 0) {
            last[path[--depth]] = size - 1;
        }
        return last;
    }

    private static int[] deepestParents(IntLists parents, int[] order) {
        int[] depth = new int[parents.size()];
        int[] chosen = new int[parents.size()];
        for (int v : order) {
            chosen[v] = ROOT;
            int deepest = -1;
            for (int i = parents.start(v); i < parents.end(v); i++) {
                int parent = parents.entry(i);
                if (depth[parent] > deepest) {
                    deepest = depth[parent];
                    chosen[v] = parent;
                }
            }
            depth[v] = deepest + 1;
        }
        return chosen;
    }

    private static SpanningForest numbered(IntLists children, int[] chosen, int[] order) {
        int[] count = subtreeSizes(chosen, order);
        int[] number = numbers(children, chosen, order, count);
        int[] ordinal = new int[number.length];
        int[] last = new int[number.length];
        for (int v = 0; v < number.length; v++) {
            ordinal[number[v]] = v;
            last[v] = number[v] + count[v] - 1;
        }
        return new SpanningForest(number, ordinal, last);
    }

    private static int[] subtreeSizes(int[] chosen, int[] order) {
        int[] count = new int[chosen.length];
        for (int i = order.length - 1; i >= 0; i--) {
            int v = order[i];
            count[v]++;
            if (chosen[v] != ROOT) {
                count[chosen[v]] += count[v];
            }
        }
        return count;
    }

    /** Each ordinal takes its first number from its parent and leaves its children room for their subtrees. */
    private static int[] numbers(IntLists children, int[] chosen, int[] order, int[] count) {
        int[] number = new int[chosen.length];
        int next = 0;
        for (int v = 0; v < chosen.length; v++) {
            if (chosen[v] == ROOT) {
                number[v] = next;
                next += count[v];
            }
        }
        for (int v : order) {
            int free = number[v] + 1;
            for (int i = children.start(v); i < children.end(v); i++) {
                int child = children.entry(i);
                if (chosen[child] == v) {
                    number[child] = free;
                    free += count[child];
                }
            }
        }
        return number;
    }
}
