package org.fixator.conceptmap;

import java.util.Objects;
import org.fixator.coding.Coding;
import org.jspecify.annotations.Nullable;

/** A match that is no row of a map: one of {@code unmapped}, whose code may be that of the request. It has one row. */
record StatedMatch(@Nullable String map, Relationship relationship, @Nullable Coding coding, @Nullable MapTarget detail)
        implements MatchRows {

    @Override
    public Relationship relationship(int row) {
        return relationship;
    }

    @Override
    public @Nullable MapTarget detail(int row) {
        return detail;
    }

    @Override
    public boolean hasCoding(int row) {
        return coding != null;
    }

    @Override
    public @Nullable Coding coding(int row) {
        return coding;
    }

    @Override
    public int codingHash(int row) {
        return coding == null ? 0 : Objects.hashCode(coding.code()) * 31 + Objects.hashCode(coding.display());
    }
}
