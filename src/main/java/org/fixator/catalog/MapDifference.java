package org.fixator.catalog;

import java.util.ArrayList;
import java.util.List;
import org.fixator.catalog.ReleaseDifference.CodeChange;
import org.fixator.coding.Canonical;
import org.fixator.conceptmap.CompiledConceptMap;

/**
 * What changes between two versions of a concept map, row by row: a row is one target of one source code. A source code
 * that loses a target and gains another has a row with another target.
 *
 * @param before the version that is there
 * @param after the version that is to come
 * @param mappingsBefore number of targets of the one
 * @param mappingsAfter number of targets of the other
 * @param added rows that only the new version has
 * @param deleted rows that only the old version has
 * @param retargeted rows with another target
 * @param changed rows with another relationship, condition, product or property
 */
public record MapDifference(
        Canonical before,
        Canonical after,
        int mappingsBefore,
        int mappingsAfter,
        Changes added,
        Changes deleted,
        Changes retargeted,
        Changes changed) {

    /** Of each kind so many are named. */
    private static final int NAMED = 20;

    /**
     * How many rows change in one way, and the first of them by source code, with target and relationship.
     *
     * @param count of all
     */
    public record Changes(int count, List<CodeChange> first) {

        public Changes {
            first = List.copyOf(first);
        }
    }

    /** Compares all rows of two versions of one map, source code by source code; linear in their number. */
    static MapDifference of(Canonical was, CompiledConceptMap before, Canonical is, CompiledConceptMap after) {
        MapComparison rows = new MapComparison(before, after);
        return new MapDifference(
                was,
                is,
                before.size(),
                after.size(),
                rows.added.changes(),
                rows.deleted.changes(),
                rows.retargeted.changes(),
                rows.changed.changes());
    }

    /** How many rows come, go or have another target. */
    public int rows() {
        return added.count() + deleted.count() + retargeted.count();
    }

    /** Whether the two versions say the same. */
    public boolean isEmpty() {
        return rows() + changed.count() == 0;
    }

    /** Counts changes of one kind and keeps the first. */
    static final class Counting {

        private final List<CodeChange> first = new ArrayList<>();
        private int count;

        void add(CodeChange change) {
            count++;
            if (first.size() < NAMED) {
                first.add(change);
            }
        }

        private Changes changes() {
            return new Changes(count, first);
        }
    }
}
