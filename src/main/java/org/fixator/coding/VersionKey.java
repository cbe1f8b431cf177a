package org.fixator.coding;

import java.math.BigInteger;
import java.util.List;

/**
 * A version as its order sees it.
 *
 * @param line what must be equal for two versions to be comparable, such as a SNOMED CT edition; mostly empty
 * @param parts the parts by which versions of one line are compared, first to last
 */
record VersionKey(String line, List<Part> parts) implements Comparable<VersionKey> {

    private static final Part END = new Part(1, BigInteger.ZERO, "");

    /** What comes before the end of a version, and with it before the version without it: {@code 1.0.0-beta}. */
    static final Part BEFORE_RELEASE = new Part(0, BigInteger.ZERO, "");

    VersionKey {
        parts = List.copyOf(parts);
    }

    static Part number(String digits) {
        return new Part(2, new BigInteger(digits), "");
    }

    static Part text(String text) {
        return new Part(3, BigInteger.ZERO, text);
    }

    boolean isComparableTo(VersionKey other) {
        return line.equals(other.line);
    }

    @Override
    public int compareTo(VersionKey other) {
        int byLine = line.compareTo(other.line);
        if (byLine != 0) {
            return byLine;
        }
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            int byPart = part(i).compareTo(other.part(i));
            if (byPart != 0) {
                return byPart;
            }
        }
        return 0;
    }

    private Part part(int index) {
        return index < parts.size() ? parts.get(index) : END;
    }

    /** One part; {@code kind} orders before-release, end, number and text. */
    record Part(int kind, BigInteger number, String text) implements Comparable<Part> {

        @Override
        public int compareTo(Part other) {
            if (kind != other.kind) {
                return Integer.compare(kind, other.kind);
            }
            int byNumber = number.compareTo(other.number);
            return byNumber != 0 ? byNumber : text.compareTo(other.text);
        }
    }
}
