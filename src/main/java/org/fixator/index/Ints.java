package org.fixator.index;

import java.util.Arrays;

/** A growing list of ints, for builders. */
public final class Ints {

    private int[] values;
    private int size;

    public Ints() {
        this(16);
    }

    public Ints(int capacity) {
        values = new int[Math.max(capacity, 4)];
    }

    public int size() {
        return size;
    }

    public int get(int index) {
        return values[index];
    }

    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, grown(size + 1));
        }
        values[size++] = value;
    }

    /** Sets the value at an index, with zeros before it where the list was shorter. */
    public void put(int index, int value) {
        if (index >= values.length) {
            values = Arrays.copyOf(values, grown(index + 1));
        }
        values[index] = value;
        size = Math.max(size, index + 1);
    }

    /** The value at an index, 0 beyond the end. */
    public int getOrZero(int index) {
        return index < size ? values[index] : 0;
    }

    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** The values, with zeros at the end up to a length. */
    public int[] toArray(int length) {
        return Arrays.copyOf(values, length);
    }

    private int grown(int needed) {
        return (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, values.length + (long) (values.length >> 1)));
    }
}
