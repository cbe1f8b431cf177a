package org.fixator.conceptmap;

import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.index.Utf8Sink;
import org.jspecify.annotations.Nullable;

/**
 * One side of a map's targets, each a row: the sources, which a translation in reverse finds, or the targets themselves.
 * Nothing is copied; code and display stand in the map in UTF-8. Immutable; equal to itself only.
 */
final class MapSide implements MatchRows {

    private final CompiledConceptMap map;
    private final StringPool strings;
    private final boolean sources;

    MapSide(CompiledConceptMap map, StringPool strings, boolean sources) {
        this.map = map;
        this.strings = strings;
        this.sources = sources;
    }

    @Override
    public @Nullable String map() {
        return map.name();
    }

    @Override
    public Relationship relationship(int row) {
        return map.relationship(row);
    }

    @Override
    public @Nullable MapTarget detail(int row) {
        return map.detail(row);
    }

    @Override
    public boolean hasCoding(int row) {
        return code(row) != StringPool.NONE;
    }

    @Override
    public @Nullable Coding coding(int row) {
        String code = strings.get(code(row));
        if (code == null) {
            return null;
        }
        Canonical system = system(row);
        String display = strings.get(display(row));
        return system == null
                ? new Coding(null, null, code, display)
                : new Coding(system.url(), system.version(), code, display);
    }

    @Override
    public int codingHash(int row) {
        return hasCoding(row) ? strings.hash(code(row)) * 31 + (hasDisplay(row) ? strings.hash(display(row)) : 0) : 0;
    }

    @Nullable
    Canonical system(int row) {
        CompiledConceptMap.Group group = map.group(row);
        return sources ? group.source() : group.target();
    }

    /** There is one. */
    void code(int row, Utf8Sink sink) {
        strings.get(code(row), sink);
    }

    boolean hasDisplay(int row) {
        return display(row) != StringPool.NONE;
    }

    /** There is one. */
    void display(int row, Utf8Sink sink) {
        strings.get(display(row), sink);
    }

    /** Whether two rows have the same concept. Every string is kept once, so its number is as good. */
    boolean isSameCoding(int row, int other) {
        int code = code(row);
        if (code != code(other)) {
            return false;
        }
        if (code == StringPool.NONE) {
            return true;
        }
        Canonical system = system(row);
        return display(row) == display(other)
                && (system == null ? system(other) == null : system.equals(system(other)));
    }

    private int code(int row) {
        return sources ? map.sourceCode(row) : map.targetCode(row);
    }

    private int display(int row) {
        return sources ? map.sourceDisplay(row) : map.targetDisplay(row);
    }
}
