package org.fixator.index;

import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A list of ints for each of {@code size} keys: compressed sparse rows. List {@code i} is {@code values[offsets[i]]} to
 * {@code values[offsets[i + 1] - 1]}. Where all lists have the same length there are no offsets.
 *
 * <p>Cost: 4 bytes an entry, and 4 bytes a key unless all lists have the same length.
 */
public final class IntLists {

    private static final int[] NO_INTS = {};

    private final int size;
    /** {@code null} where all lists have the same length. */
    private final int @Nullable [] offsets;
    /** The length of every list, where all have the same. */
    private final int length;

    private final int[] values;

    private IntLists(int size, int @Nullable [] offsets, int length, int[] values) {
        this.size = size;
        this.offsets = offsets;
        this.length = length;
        this.values = values;
    }

    public static IntLists empty(int size) {
        return new IntLists(size, null, 0, NO_INTS);
    }

    private static IntLists of(int[] offsets, int[] values) {
        int size = offsets.length - 1;
        int length = size == 0 ? 0 : offsets[1];
        for (int i = 0; i <= size; i++) {
            if (offsets[i] != (long) i * length) {
                return new IntLists(size, offsets, 0, values);
            }
        }
        return new IntLists(size, null, length, values);
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
        return of(offsets, sorted(offsets, keys, entries));
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
        return new IntLists(size, offsets, length, sorted(offsets(), keys, entries));
    }

    /** The inverse: for each entry {@code e} the keys whose lists hold it, ascending. */
    public IntLists transpose(int entries) {
        if (values.length == 0) {
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
            for (int i = start(key); i < end(key); i++) {
                keys[next[values[i]]++] = key;
            }
        }
        return of(inverse, keys);
    }

    /** Where each list begins, and the last ends. */
    private int[] offsets() {
        if (offsets != null) {
            return offsets;
        }
        int[] all = new int[size + 1];
        for (int i = 0; i < all.length; i++) {
            all[i] = i * length;
        }
        return all;
    }

    /** As a part of a structure of an {@link Image}. */
    public void write(ImageOutput out) {
        out.number(size);
        out.ints(values.length == 0 ? null : offsets());
        out.ints(values);
    }

    /** Reads what {@link #write} wrote. */
    public static IntLists read(ImageInput in) {
        int size = in.number();
        int[] offsets = in.optionalInts();
        int[] values = in.ints();
        if (offsets == null) {
            ImageInput.requireLength(0, values.length);
            return empty(size);
        }
        ImageInput.requireLength(size + 1, offsets.length);
        ImageInput.requireLength(offsets[size], values.length);
        return of(offsets, values);
    }

    /** The same lists with each entry replaced. */
    public IntLists map(IntUnaryOperator replacement) {
        int[] replaced = new int[values.length];
        for (int i = 0; i < replaced.length; i++) {
            replaced[i] = replacement.applyAsInt(values[i]);
        }
        return new IntLists(size, offsets, length, replaced);
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
        return offsets == null ? length : offsets[key + 1] - offsets[key];
    }

    /** Index of the first entry of a list; up to {@link #end} they are read by {@link #entry}. */
    public int start(int key) {
        return offsets == null ? key * length : offsets[key];
    }

    public int end(int key) {
        return offsets == null ? (key + 1) * length : offsets[key + 1];
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
