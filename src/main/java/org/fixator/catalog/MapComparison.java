package org.fixator.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fixator.catalog.MapDifference.Counting;
import org.fixator.catalog.ReleaseDifference.CodeChange;
import org.fixator.coding.Canonical;
import org.fixator.coding.Property;
import org.fixator.conceptmap.CompiledConceptMap;
import org.fixator.conceptmap.CompiledConceptMap.Mapping;
import org.fixator.conceptmap.DependsOn;
import org.fixator.conceptmap.Relationship;
import org.jspecify.annotations.Nullable;

/** Compares two versions of a map. Only the rows of one source code are in memory at a time. Used once. */
final class MapComparison {

    final Counting added = new Counting();
    final Counting deleted = new Counting();
    final Counting retargeted = new Counting();
    final Counting changed = new Counting();

    MapComparison(CompiledConceptMap before, CompiledConceptMap after) {
        for (Iterator<String> codes = after.sources(); codes.hasNext(); ) {
            String code = codes.next();
            compare(code, rows(before.from(code)), rows(after.from(code)));
        }
        for (Iterator<String> codes = before.sources(); codes.hasNext(); ) {
            String code = codes.next();
            if (after.from(code).isEmpty()) {
                compare(code, rows(before.from(code)), List.of());
            }
        }
    }

    /** Where a mapping leads: displays and comments are words about it, and versions of the systems change with releases. */
    private record Target(@Nullable String source, @Nullable String system, @Nullable String code) {}

    /** One mapping of a source code. */
    private record Row(
            Target target,
            Relationship relationship,
            List<DependsOn> dependsOn,
            List<DependsOn> products,
            List<Property> properties) {

        static Row of(Mapping mapping) {
            Target target = new Target(
                    url(mapping.group().source()),
                    url(mapping.group().target()),
                    mapping.target().code());
            return new Row(
                    target,
                    mapping.target().relationship(),
                    mapping.target().dependsOn(),
                    mapping.target().products(),
                    mapping.target().properties());
        }

        private static @Nullable String url(@Nullable Canonical system) {
            return system == null ? null : system.url();
        }

        String words() {
            String code = target.code();
            return (code == null ? "no target" : code) + " (" + relationship.equivalence() + ")";
        }
    }

    private static List<Row> rows(List<Mapping> mappings) {
        return mappings.stream().map(Row::of).toList();
    }

    private void compare(String code, List<Row> before, List<Row> after) {
        if (before.equals(after)) {
            return;
        }
        Map<Target, Deque<Row>> gone = byTarget(without(before, after));
        List<Row> come = new ArrayList<>();
        for (Row row : without(after, before)) {
            Row was = next(gone, row.target());
            if (was == null) {
                come.add(row);
            } else {
                changed.add(new CodeChange(code, was.words(), row.words()));
            }
        }
        Deque<Row> left = new ArrayDeque<>();
        gone.values().forEach(left::addAll);
        for (Row row : come) {
            Row was = left.poll();
            if (was == null) {
                added.add(new CodeChange(code, null, row.words()));
            } else {
                retargeted.add(new CodeChange(code, was.words(), row.words()));
            }
        }
        left.forEach(row -> deleted.add(new CodeChange(code, row.words(), null)));
    }

    /** Of rows those that the others do not have; what stands there twice has to be among the others twice. */
    private static List<Row> without(List<Row> rows, List<Row> others) {
        Map<Row, Integer> counts = new HashMap<>();
        others.forEach(row -> counts.merge(row, 1, Integer::sum));
        List<Row> left = new ArrayList<>();
        for (Row row : rows) {
            if (counts.merge(row, -1, Integer::sum) < 0) {
                left.add(row);
            }
        }
        return left;
    }

    private static Map<Target, Deque<Row>> byTarget(List<Row> rows) {
        Map<Target, Deque<Row>> byTarget = new LinkedHashMap<>();
        rows.forEach(row -> byTarget.computeIfAbsent(row.target(), target -> new ArrayDeque<>())
                .add(row));
        return byTarget;
    }

    private static @Nullable Row next(Map<Target, Deque<Row>> gone, Target target) {
        Deque<Row> rows = gone.get(target);
        return rows == null ? null : rows.poll();
    }
}
