package org.fixator.conceptmap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fixator.index.ImageInput;
import org.fixator.index.ImageOutput;
import org.fixator.index.Section;
import org.fixator.index.Utf8Sink;
import org.jspecify.annotations.Nullable;

/**
 * Strings, each kept once and known by a number: the UTF-8 bytes of all of them in one array, and an open-addressed hash
 * table from string to number. A code of eight letters costs about 20 bytes here and about 60 as a {@link String}.
 */
final class StringPool {

    /** Stands for an absent string. */
    static final int NONE = -1;

    private final byte[] bytes;
    /** Where each string begins; one more entry than strings, so that the next one's begin is this one's end. */
    private final int[] begins;
    /** Numbers of strings plus one, at the place that the hash gives or the next free one; 0 is free. */
    private final int[] table;

    private StringPool(byte[] bytes, int[] begins, int[] table) {
        this.bytes = bytes;
        this.begins = begins;
        this.table = table;
    }

    /** The core of an image. */
    void write(ImageOutput out) {
        out.section(Section.MAP_STRINGS);
        out.bytes(bytes);
        out.ints(begins);
    }

    /** The derived part. */
    void writeDerived(ImageOutput out) {
        out.section(Section.MAP_STRINGS);
        out.ints(table);
    }

    /** Reads what {@link #write} and {@link #writeDerived} wrote; without the latter it is computed. */
    static StringPool read(ImageInput in, @Nullable ImageInput derived) {
        in.section(Section.MAP_STRINGS);
        byte[] bytes = in.bytes();
        int[] begins = in.ints();
        if (derived != null) {
            derived.section(Section.MAP_STRINGS);
            return new StringPool(bytes, begins, derived.ints());
        }
        StringPool pool = new StringPool(bytes, begins, new int[tableSize(begins.length - 1)]);
        for (int number = 0; number < pool.size(); number++) {
            pool.enter(number, pool.hash(number));
        }
        return pool;
    }

    /** While the pool is made. */
    private void enter(int number, int hash) {
        int slot = spread(hash) & (table.length - 1);
        while (table[slot] != 0) {
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = number + 1;
    }

    /** A power of two that leaves at least a third of the table free. */
    private static int tableSize(int strings) {
        return Integer.highestOneBit(Math.max(2, strings + strings / 2)) << 1;
    }

    int size() {
        return begins.length - 1;
    }

    /** The string with this number; {@code null} for {@link #NONE}. */
    @Nullable
    String get(int number) {
        return number == NONE ? null : decode(number);
    }

    /** Hands over the string with this number, which is not {@link #NONE}. */
    void get(int number, Utf8Sink sink) {
        sink.accept(bytes, begins[number], begins[number + 1]);
    }

    /** What {@link String#hashCode} is of the string with this number. */
    int hash(int number) {
        int hash = 0;
        for (int i = begins[number]; i < begins[number + 1]; i++) {
            if (bytes[i] < 0) {
                return decode(number).hashCode();
            }
            hash = hash * 31 + bytes[i];
        }
        return hash;
    }

    /** The number of a string, or {@link #NONE}. */
    int find(String text) {
        int mask = table.length - 1;
        for (int slot = spread(text.hashCode()) & mask; table[slot] != 0; slot = (slot + 1) & mask) {
            int number = table[slot] - 1;
            if (holds(number, text)) {
                return number;
            }
        }
        return NONE;
    }

    private String decode(int number) {
        return new String(bytes, begins[number], begins[number + 1] - begins[number], StandardCharsets.UTF_8);
    }

    /** Compares without decoding as long as the characters are ASCII, which codes nearly always are. */
    private boolean holds(int number, String text) {
        int begin = begins[number];
        int length = begins[number + 1] - begin;
        if (length < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return decode(number).equals(text);
            }
            if (bytes[begin + i] != c) {
                return false;
            }
        }
        return length == text.length();
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 15);
    }

    /** Collects the strings of a pool. */
    static final class Builder {

        private final Map<String, Integer> numbers = new LinkedHashMap<>();

        /** The number of the string, which is new if the string is. */
        int add(@Nullable String text) {
            if (text == null) {
                return NONE;
            }
            return numbers.computeIfAbsent(text, t -> numbers.size());
        }

        StringPool freeze() {
            int[] begins = new int[numbers.size() + 1];
            int[] table = new int[tableSize(numbers.size())];
            List<byte[]> encoded = new ArrayList<>(numbers.size());
            int number = 0;
            for (String text : numbers.keySet()) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                encoded.add(utf8);
                begins[number + 1] = begins[number] + utf8.length;
                int slot = spread(text.hashCode()) & (table.length - 1);
                while (table[slot] != 0) {
                    slot = (slot + 1) & (table.length - 1);
                }
                table[slot] = ++number;
            }
            byte[] bytes = new byte[begins[number]];
            for (int i = 0; i < number; i++) {
                System.arraycopy(encoded.get(i), 0, bytes, begins[i], encoded.get(i).length);
            }
            return new StringPool(bytes, begins, table);
        }
    }

    /** An array of numbers that grows while a map is compiled. */
    static final class Ints {

        private int[] values = new int[16];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        int size() {
            return size;
        }

        int[] freeze() {
            return Arrays.copyOf(values, size);
        }
    }
}
