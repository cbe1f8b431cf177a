package org.fixator.index;

import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/**
 * An immutable set of ordinals: a Roaring bitmap that nobody changes any more.
 *
 * <p>Membership costs a binary search among at most {@code n / 65536} containers and a look into one. Iteration from an
 * offset finds its start by the sizes of the containers, so that a page costs its own length wherever it begins.
 */
public final class OrdinalSet {

    public static final OrdinalSet EMPTY = new OrdinalSet(new RoaringBitmap());

    private final RoaringBitmap bits;

    private OrdinalSet(RoaringBitmap bits) {
        this.bits = bits;
    }

    /** All ordinals from {@code from} up to, and without, {@code to}. */
    public static OrdinalSet range(int from, int to) {
        RoaringBitmap bits = new RoaringBitmap();
        bits.add((long) from, (long) to);
        return new OrdinalSet(bits);
    }

    public static OrdinalSet of(int... ordinals) {
        return new OrdinalSet(RoaringBitmap.bitmapOf(ordinals));
    }

    public static Builder builder() {
        return new Builder();
    }

    public boolean contains(int ordinal) {
        return bits.contains(ordinal);
    }

    public boolean isEmpty() {
        return bits.isEmpty();
    }

    public int size() {
        return bits.getCardinality();
    }

    public OrdinalSet and(OrdinalSet other) {
        return new OrdinalSet(RoaringBitmap.and(bits, other.bits));
    }

    public OrdinalSet or(OrdinalSet other) {
        return new OrdinalSet(RoaringBitmap.or(bits, other.bits));
    }

    public OrdinalSet without(OrdinalSet other) {
        return new OrdinalSet(RoaringBitmap.andNot(bits, other.bits));
    }

    /** Members in ascending order, beginning with the member number {@code offset}. */
    public PrimitiveIterator.OfInt iterator(int offset) {
        if (offset >= bits.getCardinality()) {
            return new Members(new RoaringBitmap().getIntIterator());
        }
        PeekableIntIterator members = bits.getIntIterator();
        if (offset > 0) {
            members.advanceIfNeeded(bits.select(offset));
        }
        return new Members(members);
    }

    /** Approximate size in memory. */
    public long bytes() {
        return bits.getLongSizeInBytes();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrdinalSet set && bits.equals(set.bits);
    }

    @Override
    public int hashCode() {
        return bits.hashCode();
    }

    @Override
    public String toString() {
        return bits.toString();
    }

    private record Members(PeekableIntIterator members) implements PrimitiveIterator.OfInt {

        @Override
        public boolean hasNext() {
            return members.hasNext();
        }

        @Override
        public int nextInt() {
            if (!members.hasNext()) {
                throw new NoSuchElementException();
            }
            return members.next();
        }
    }

    /** Collects ordinals in any order, ascending ones fastest. */
    public static final class Builder {

        private final RoaringBitmapWriter<RoaringBitmap> writer =
                RoaringBitmapWriter.writer().optimiseForRuns().get();

        private Builder() {}

        public void add(int ordinal) {
            writer.add(ordinal);
        }

        /** Adds all from {@code from} up to, and without, {@code to}. */
        public void addRange(int from, int to) {
            writer.add((long) from, (long) to);
        }

        public OrdinalSet build() {
            RoaringBitmap bits = writer.get();
            bits.runOptimize();
            return new OrdinalSet(bits);
        }
    }
}
