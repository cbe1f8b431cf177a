package org.fixator.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hierarchies against a naive walk. */
class HierarchyTest {

    private static final int ROUNDS = 60;

    @Test
    void aNestedTreeAnswersAsANaiveWalk() {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            check(nestedTree(random, 1 + random.nextInt(60)));
        }
    }

    @Test
    void aTreeInAnyOrderAnswersAsANaiveWalk() {
        Random random = new Random(2);
        for (int round = 0; round < ROUNDS; round++) {
            check(shuffled(random, graph(random, 1 + random.nextInt(60), 1)));
        }
    }

    @Test
    void aPolyhierarchyAnswersAsANaiveWalk() {
        Random random = new Random(3);
        for (int round = 0; round < ROUNDS; round++) {
            check(shuffled(random, graph(random, 1 + random.nextInt(80), 1 + random.nextInt(5))));
            check(graph(random, 1 + random.nextInt(80), 1 + random.nextInt(5)));
        }
    }

    @Test
    void aGraphWithTooManyIntervalsIsSearched() {
        // Each of the first half is above a random half of the second: intervals do not merge.
        Random random = new Random(4);
        int half = 150;
        List<List<Integer>> parents = new ArrayList<>();
        for (int v = 0; v < 2 * half; v++) {
            List<Integer> own = new ArrayList<>();
            for (int p = 0; v >= half && p < half; p++) {
                if (random.nextBoolean()) {
                    own.add(p);
                }
            }
            parents.add(own);
        }
        check(parents);
        IntLists lists = lists(parents);
        int[] order = IntStream.range(0, 2 * half).toArray();
        assertFalse(Intervals.of(lists, lists.transpose(2 * half), order, 0).isComplete());
        assertTrue(Intervals.of(lists, lists.transpose(2 * half), order, 16).isComplete());
    }

    @Test
    void aFlatSystemSubsumesNothingButItself() {
        Hierarchy flat = Hierarchy.of(IntLists.empty(3));
        assertTrue(flat.isFlat());
        assertTrue(flat.subsumes(1, 1));
        assertFalse(flat.subsumes(1, 2));
        assertTrue(flat.descendants(1).isEmpty());
    }

    @Test
    void aCycleIsReportedAsAPath() {
        IntLists parents = lists(List.of(List.of(), List.of(0, 3), List.of(1), List.of(2), List.of(3)));
        Hierarchy.CycleException e = assertThrows(Hierarchy.CycleException.class, () -> Hierarchy.of(parents));
        int[] cycle = e.cycle();
        assertEquals(3, cycle.length);
        for (int i = 0; i < cycle.length; i++) {
            int v = cycle[i];
            int next = cycle[(i + 1) % cycle.length];
            assertTrue(IntStream.range(parents.start(v), parents.end(v)).anyMatch(k -> parents.entry(k) == next));
        }
    }

    @Test
    void aConceptThatIsItsOwnParentIsACycle() {
        Hierarchy.CycleException e =
                assertThrows(Hierarchy.CycleException.class, () -> Hierarchy.of(lists(List.of(List.of(), List.of(1)))));
        assertArrayEquals(new int[] {1}, e.cycle());
    }

    private static void check(List<List<Integer>> parents) {
        Hierarchy hierarchy = Hierarchy.of(lists(parents));
        List<BitSet> ancestors = parents.stream().map(p -> new BitSet()).toList();
        for (int v = 0; v < parents.size(); v++) {
            walk(parents, v, ancestors.get(v));
        }
        for (int v = 0; v < parents.size(); v++) {
            BitSet descendants = new BitSet();
            for (int w = 0; w < parents.size(); w++) {
                boolean expected = v == w || ancestors.get(w).get(v);
                assertEquals(expected, hierarchy.subsumes(v, w), () -> "in " + parents);
                descendants.set(w, ancestors.get(w).get(v));
            }
            assertEquals(set(ancestors.get(v)), hierarchy.ancestors(v));
            assertEquals(set(descendants), hierarchy.descendants(v));
        }
    }

    private static void walk(List<List<Integer>> parents, int v, BitSet found) {
        for (int parent : parents.get(v)) {
            if (!found.get(parent)) {
                found.set(parent);
                walk(parents, parent, found);
            }
        }
    }

    private static OrdinalSet set(BitSet bits) {
        return OrdinalSet.of(bits.stream().toArray());
    }

    private static IntLists lists(List<List<Integer>> lists) {
        Ints keys = new Ints();
        Ints entries = new Ints();
        for (int key = 0; key < lists.size(); key++) {
            for (int entry : lists.get(key)) {
                keys.add(key);
                entries.add(entry);
            }
        }
        return IntLists.of(lists.size(), keys, entries);
    }

    /** As a nested source numbers its concepts: the parent is on the path to the one before. */
    private static List<List<Integer>> nestedTree(Random random, int size) {
        List<List<Integer>> parents = new ArrayList<>();
        List<Integer> path = new ArrayList<>();
        for (int v = 0; v < size; v++) {
            while (!path.isEmpty() && random.nextInt(3) == 0) {
                path.remove(path.size() - 1);
            }
            parents.add(path.isEmpty() ? List.of() : List.of(path.get(path.size() - 1)));
            path.add(v);
        }
        return parents;
    }

    private static List<List<Integer>> graph(Random random, int size, int mostParents) {
        List<List<Integer>> parents = new ArrayList<>();
        for (int v = 0; v < size; v++) {
            List<Integer> own = new ArrayList<>();
            for (int i = random.nextInt(mostParents + 1); v > 0 && i > 0; i--) {
                int parent = random.nextInt(v);
                if (!own.contains(parent)) {
                    own.add(parent);
                }
            }
            parents.add(own);
        }
        return parents;
    }

    private static List<List<Integer>> shuffled(Random random, List<List<Integer>> parents) {
        List<Integer> names =
                new ArrayList<>(IntStream.range(0, parents.size()).boxed().toList());
        Collections.shuffle(names, random);
        List<List<Integer>> renamed = new ArrayList<>(Collections.nCopies(parents.size(), List.of()));
        for (int v = 0; v < parents.size(); v++) {
            renamed.set(names.get(v), parents.get(v).stream().map(names::get).toList());
        }
        return renamed;
    }
}
