package org.fixator.index;

import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A list of ints for each of {@code size} keys: compressed sparse rows. List {@code i} is {@code values[offsets[i]]} to
 * {@code values[offsets[i + 1] - 1]}. Where all lists are empty there is no offsets array either.
 *
 * <p>Cost: 4 bytes a key and 4 bytes an entry.
 */
public final class IntLists {

    private static final int[] NO_INTS = {};

    private final int size;
    private final int @Nullable [] offsets;
    private final int[] values;

    private IntLists(int size, int @Nullable [] offsets, int[] values) {
        this.size = size;
        this.offsets = offsets;
        this.values = values;
    }

    public static IntLists empty(int size) {
        return new IntLists(size, null, NO_INTS);
    }

    /**
     * Lists from pairs in any order; the entries of a list keep the order of their pairs. A counting sort.
     *
     * @param keys the key of each pair, less than {@code size}
     * @param entries the entry of each pair
     */
    public static IntLists of(int size, Ints keys, Ints entries) {
        int count = keys.size();
        if (count == 0) {
            return empty(size);
        }
        int[] offsets = new int[size + 1];
        for (int i = 0; i < count; i++) {
            offsets[keys.get(i) + 1]++;
        }
        accumulate(offsets);
        return new IntLists(size, offsets, sorted(offsets, keys, entries));
    }

    private static int[] sorted(int[] offsets, Ints keys, Ints entries) {
        int[] next = offsets.clone();
        int[] values = new int[keys.size()];
        for (int i = 0; i < values.length; i++) {
            values[next[keys.get(i)]++] = entries.get(i);
        }
        return values;
    }

    /**
     * Lists of the same lengths as these, from other entries of the same pairs.
     *
     * @param keys the keys that these lists were made from
     */
    public IntLists parallel(Ints keys, Ints entries) {
        if (offsets == null) {
            return this;
        }
        return new IntLists(size, offsets, sorted(offsets, keys, entries));
    }

    /** The inverse: for each entry {@code e} the keys whose lists hold it, ascending. */
    public IntLists transpose(int entries) {
        if (offsets == null) {
            return empty(entries);
        }
        int[] inverse = new int[entries + 1];
        for (int value : values) {
            inverse[value + 1]++;
        }
        accumulate(inverse);
        int[] next = inverse.clone();
        int[] keys = new int[values.length];
        for (int key = 0; key < size; key++) {
            for (int i = offsets[key]; i < offsets[key + 1]; i++) {
                keys[next[values[i]]++] = key;
            }
        }
        return new IntLists(entries, inverse, keys);
    }

    /** As a part of a structure of an {@link Image}. */
    public void write(ImageOutput out) {
        out.number(size);
        out.ints(offsets);
        out.ints(values);
    }

    /** Reads what {@link #write} wrote. */
    public static IntLists read(ImageInput in) {
        int size = in.number();
        int[] offsets = in.optionalInts();
        if (offsets != null) {
            ImageInput.requireLength(size + 1, offsets.length);
        }
        return new IntLists(size, offsets, in.ints());
    }

    /** The same lists with each entry replaced. */
    public IntLists map(IntUnaryOperator replacement) {
        int[] replaced = new int[values.length];
        for (int i = 0; i < replaced.length; i++) {
            replaced[i] = replacement.applyAsInt(values[i]);
        }
        return new IntLists(size, offsets, replaced);
    }

    /** Number of keys. */
    public int size() {
        return size;
    }

    /** Number of entries of all lists. */
    public int entries() {
        return values.length;
    }

    public int count(int key) {
        return offsets == null ? 0 : offsets[key + 1] - offsets[key];
    }

    /** Index of the first entry of a list; up to {@link #end} they are read by {@link #entry}. */
    public int start(int key) {
        return offsets == null ? 0 : offsets[key];
    }

    public int end(int key) {
        return offsets == null ? 0 : offsets[key + 1];
    }

    public int entry(int index) {
        return values[index];
    }

    private static void accumulate(int[] counts) {
        for (int i = 1; i < counts.length; i++) {
            counts[i] += counts[i - 1];
        }
    }
}
