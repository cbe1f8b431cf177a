package org.fixator.catalog;

import org.fixator.coding.Canonical;

/**
 * What changes between two versions of a concept map, in numbers: maps have no identity below the whole mapping.
 *
 * @param before the version that is there
 * @param after the version that is to come
 * @param mappingsBefore number of targets of the one
 * @param mappingsAfter number of targets of the other
 */
public record MapDifference(Canonical before, Canonical after, int mappingsBefore, int mappingsAfter) {

    /** How many mappings came or went at the least. */
    public int changed() {
        return Math.abs(mappingsAfter - mappingsBefore);
    }
}
