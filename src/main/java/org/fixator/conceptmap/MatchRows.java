package org.fixator.conceptmap;

import org.fixator.coding.Coding;
import org.jspecify.annotations.Nullable;

/** Where the values of matches stand, each match under the number of a row. Immutable. */
sealed interface MatchRows permits MapSide, StatedMatch {

    /** Canonical of the map that says so. */
    @Nullable
    String map();

    Relationship relationship(int row);

    /** Its comment, conditions, products and properties; {@code null} where it has none of them. */
    @Nullable
    MapTarget detail(int row);

    boolean hasCoding(int row);

    /** The concept found; {@code null} where there is none. */
    @Nullable
    Coding coding(int row);

    /** A hash of code and display, the same wherever equal ones stand. */
    int codingHash(int row);
}
