package org.fixator.valueset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.Concept;
import org.jspecify.annotations.Nullable;

/**
 * The concepts of an expansion, each below its nearest ancestor that is in the expansion too.
 */
final class ExpansionTree {

    /** Deeper trees are told flat: writers and readers nest as deep as the tree. */
    private static final int DEEPEST = 50;

    /** One concept, and those directly below it. */
    record Node(Pick pick, List<Node> below) {}

    private ExpansionTree() {}

    /**
     * The roots of the tree.
     *
     * @return {@code null} where the concepts do not form a tree: one has several nearest ancestors, they go in a circle, or
     *     it is too deep
     */
    static @Nullable List<Node> of(List<Pick> picks) {
        IdentityHashMap<CodeSystem, Map<Concept, Node>> nodes = new IdentityHashMap<>();
        List<Node> all = new ArrayList<>();
        for (Pick pick : picks) {
            Node node = new Node(pick, new ArrayList<>());
            all.add(node);
            nodes.computeIfAbsent(pick.selection().system(), system -> new LinkedHashMap<>())
                    .put(pick.concept(), node);
        }
        List<Node> roots = new ArrayList<>();
        for (Node node : all) {
            Map<Concept, Node> present =
                    nodes.getOrDefault(node.pick().selection().system(), Map.of());
            Collection<Node> above = nearest(node.pick().concept(), present);
            if (above.size() > 1) {
                return null;
            }
            (above.isEmpty() ? roots : above.iterator().next().below()).add(node);
        }
        return isComplete(roots, all.size()) ? roots : null;
    }

    private static Collection<Node> nearest(Concept concept, Map<Concept, Node> present) {
        Map<Concept, Node> found = new LinkedHashMap<>();
        Set<Concept> seen = new HashSet<>();
        Deque<Concept> queue = new ArrayDeque<>(concept.parents());
        while (!queue.isEmpty() && found.size() < 2) {
            Concept above = queue.removeFirst();
            if (seen.add(above)) {
                Node node = present.get(above);
                if (node == null) {
                    queue.addAll(above.parents());
                } else {
                    found.put(above, node);
                }
            }
        }
        return found.values();
    }

    /** Whether all nodes are reached from the roots (concepts that go in a circle are not) before it gets too deep. */
    private static boolean isComplete(List<Node> roots, int size) {
        int reached = 0;
        List<Node> level = roots;
        for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
            reached += level.size();
            List<Node> next = new ArrayList<>();
            level.forEach(node -> next.addAll(node.below()));
            level = next;
        }
        return reached == size;
    }
}
