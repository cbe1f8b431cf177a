package org.fixator.codesystem;

import java.util.function.IntUnaryOperator;
import org.fixator.index.ImageInput;
import org.fixator.index.ImageOutput;

/**
 * The numbers of the distinct values of all properties, found by property and text: a hash table in one array, with open
 * addressing and at most three quarters full. It holds no texts: who looks for a value goes over the numbers that may be
 * meant, and compares.
 *
 * <pre>{@code
 * for (int slot = numbers.first(hash); numbers.at(slot) != ValueNumbers.NONE; slot = numbers.next(slot)) {
 *     compare(numbers.at(slot));
 * }
 * }</pre>
 *
 * Immutable; made by a {@link Builder}.
 */
final class ValueNumbers {

    /** What stands where a search ends. */
    static final int NONE = -1;

    private static final int SMALLEST = 16;

    /** The number of a value and 1, or 0 where nothing is; as many as a power of two. */
    private final int[] slots;

    private ValueNumbers(int[] slots) {
        this.slots = slots;
    }

    /**
     * Those of the values from 0 to a size.
     *
     * @param hashes the {@link #hash} of a value, by its number
     */
    static ValueNumbers of(int size, IntUnaryOperator hashes) {
        int capacity = SMALLEST;
        while (size > most(capacity)) {
            capacity *= 2;
        }
        return of(size, capacity, hashes);
    }

    private static ValueNumbers of(int size, int capacity, IntUnaryOperator hashes) {
        ValueNumbers numbers = new ValueNumbers(new int[capacity]);
        for (int value = 0; value < size; value++) {
            numbers.enter(hashes.applyAsInt(value), value);
        }
        return numbers;
    }

    static ValueNumbers read(ImageInput in) {
        return new ValueNumbers(in.ints());
    }

    void write(ImageOutput out) {
        out.ints(slots);
    }

    /**
     * Of a value.
     *
     * @param property its number
     * @param text in UTF-8
     */
    static int hash(int property, byte[] text) {
        int hash = property;
        for (byte b : text) {
            hash = hash * 31 + b;
        }
        hash *= 0x9E3779B1;
        return hash ^ hash >>> 15;
    }

    /** The slot where a search for a hash begins. */
    int first(int hash) {
        return hash & (slots.length - 1);
    }

    int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }

    /** The number of the value in a slot, {@link #NONE} where there is none. */
    int at(int slot) {
        return slots[slot] - 1;
    }

    private void enter(int hash, int value) {
        int slot = first(hash);
        while (at(slot) != NONE) {
            slot = next(slot);
        }
        slots[slot] = value + 1;
    }

    private static int most(int capacity) {
        return capacity / 4 * 3;
    }

    /** Gives values their numbers, one after the other. Belongs to one thread. */
    static final class Builder {

        private final IntUnaryOperator hashes;
        private ValueNumbers numbers = new ValueNumbers(new int[SMALLEST]);
        private int size;

        /** @param hashes the {@link #hash} of a value that has its number already */
        Builder(IntUnaryOperator hashes) {
            this.hashes = hashes;
        }

        /** Gives the next number to a value that is new. */
        int add(int hash) {
            if (size + 1 > most(numbers.slots.length)) {
                numbers = of(size, numbers.slots.length * 2, hashes);
            }
            numbers.enter(hash, size);
            return size++;
        }

        /** All that were given; to search only, as long as more are added. */
        ValueNumbers numbers() {
            return numbers;
        }
    }
}
