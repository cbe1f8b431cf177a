package org.fixator.index;

import java.util.Arrays;

/** Orders an acyclic graph so that parents come before their children, and finds a cycle where there is one. */
final class Topology {

    private Topology() {}

    /**
     * All ordinals, every parent before its children.
     *
     * @throws Hierarchy.CycleException where that is not possible
     */
    static int[] parentsFirst(IntLists parents, IntLists children) {
        int size = parents.size();
        int[] missing = new int[size];
        int[] order = new int[size];
        int end = 0;
        for (int v = 0; v < size; v++) {
            missing[v] = parents.count(v);
            if (missing[v] == 0) {
                order[end++] = v;
            }
        }
        for (int next = 0; next < end; next++) {
            int v = order[next];
            for (int i = children.start(v); i < children.end(v); i++) {
                int child = children.entry(i);
                if (--missing[child] == 0) {
                    order[end++] = child;
                }
            }
        }
        if (end < size) {
            throw new Hierarchy.CycleException(cycle(parents, missing));
        }
        return order;
    }

    /** An ordinal that still misses a parent has a parent that does too: walking up runs into a cycle. */
    private static int[] cycle(IntLists parents, int[] missing) {
        int v = 0;
        while (missing[v] == 0) {
            v++;
        }
        int[] position = new int[missing.length];
        Ints path = new Ints();
        while (position[v] == 0) {
            path.add(v);
            position[v] = path.size();
            v = missingParent(parents, missing, v);
        }
        return Arrays.copyOfRange(path.toArray(), position[v] - 1, path.size());
    }

    private static int missingParent(IntLists parents, int[] missing, int v) {
        int i = parents.start(v);
        while (missing[parents.entry(i)] == 0) {
            i++;
        }
        return parents.entry(i);
    }
}
