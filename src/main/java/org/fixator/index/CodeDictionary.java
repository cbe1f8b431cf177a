package org.fixator.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Codes by ordinal and ordinals by code.
 *
 * <p>Layout: the address of each code in {@link Texts}, and an open-addressing table of ordinals (plus one; 0 is free)
 * with linear probing, filled to between 3/8 and 3/4. An ordinal needs no more bits than choose a slot; those above hold
 * what they are in the code's hash, so that nearly every other code in the way is passed by without a look at its text,
 * which would be two reads of memory far away. Cost: 4 bytes for the address, 5.3 to 10.7 for the table.
 *
 * <p>Where case does not count, codes are hashed and compared without case; a code that is written exactly as asked still
 * comes before one that differs by case, should the system hold both.
 */
public final class CodeDictionary {

    /** The ordinal of no code. */
    public static final int NONE = -1;

    private final Texts texts;
    private final int[] codes;
    private final int[] table;
    private final boolean caseSensitive;

    private CodeDictionary(Texts texts, int[] codes, int[] table, boolean caseSensitive) {
        this.texts = texts;
        this.codes = codes;
        this.table = table;
        this.caseSensitive = caseSensitive;
    }

    /** Addresses of the codes. */
    public int[] addresses() {
        return codes.clone();
    }

    /**
     * The same codes in other texts.
     *
     * @param addresses of the codes there
     */
    public CodeDictionary in(Texts others, int[] addresses) {
        return new CodeDictionary(others, addresses, table, caseSensitive);
    }

    /** The core of an {@link Image}. */
    public void write(ImageOutput out) {
        out.section(Section.CODES);
        out.flag(caseSensitive);
        out.ints(codes);
    }

    /** The derived part. */
    public void writeDerived(ImageOutput out) {
        out.section(Section.CODE_TABLE);
        out.ints(table);
    }

    /** Reads what {@link #write} and {@link #writeDerived} wrote; without the latter it is computed. */
    public static CodeDictionary read(ImageInput in, @Nullable ImageInput derived, Texts texts) {
        in.section(Section.CODES);
        boolean caseSensitive = in.flag();
        int[] codes = in.ints();
        if (derived != null) {
            derived.section(Section.CODE_TABLE);
            return new CodeDictionary(texts, codes, derived.ints(), caseSensitive);
        }
        int[] table = table(codes, ordinal -> {
            byte[] code = texts.bytes(codes[ordinal]);
            return hashOf(caseSensitive ? code : foldedCase(code));
        });
        return new CodeDictionary(texts, codes, table, caseSensitive);
    }

    /** A power of two that is filled to at most three quarters. */
    private static int capacity(int size) {
        int capacity = 16;
        while (size > capacity / 4 * 3) {
            capacity *= 2;
        }
        return capacity;
    }

    /** The table of a dictionary that is frozen. */
    private static int[] table(int[] codes, IntHash hash) {
        int capacity = capacity(codes.length);
        return table(capacity, -capacity, codes, hash);
    }

    /**
     * The open-addressing table of the ordinals that have a code.
     *
     * @param kept the bits of the hash that an entry has beside its ordinal
     */
    private static int[] table(int capacity, int kept, int[] codes, IntHash hash) {
        int[] filled = new int[capacity];
        int mask = capacity - 1;
        for (int ordinal = 0; ordinal < codes.length; ordinal++) {
            if (codes[ordinal] != Texts.NONE) {
                int hashed = hash.of(ordinal);
                int slot = hashed & mask;
                while (filled[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                filled[slot] = (hashed & kept) | (ordinal + 1);
            }
        }
        return filled;
    }

    /** Number of ordinals. */
    public int size() {
        return codes.length;
    }

    public boolean isCaseSensitive() {
        return caseSensitive;
    }

    /** The code as the code system writes it. */
    public String code(int ordinal) {
        return texts.get(codes[ordinal]);
    }

    /** Hands over the code as the code system writes it. */
    public void code(int ordinal, Utf8Sink sink) {
        texts.get(codes[ordinal], sink);
    }

    /** The ordinal of a code, {@link #NONE} where there is none. */
    public int find(String code) {
        return find(code.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with a code in UTF-8, of which no {@code String} is made while it is ASCII. */
    public int find(byte[] utf8) {
        int alike = NONE;
        int mask = table.length - 1;
        byte[] key = caseSensitive ? utf8 : foldedCase(utf8);
        int hash = hashOf(key);
        int slot = hash & mask;
        int entry;
        while ((entry = table[slot]) != 0) {
            if (((entry ^ hash) & ~mask) == 0) {
                int ordinal = (entry & mask) - 1;
                if (texts.equals(codes[ordinal], utf8)) {
                    return ordinal;
                }
                if (alike == NONE && !caseSensitive && Arrays.equals(key, foldedCase(texts.bytes(codes[ordinal])))) {
                    alike = ordinal;
                }
            }
            slot = (slot + 1) & mask;
        }
        return alike;
    }

    private static byte[] foldedCase(String code) {
        return Folding.foldCase(code).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] foldedCase(byte[] utf8) {
        byte[] folded = new byte[utf8.length];
        for (int i = 0; i < utf8.length; i++) {
            byte b = utf8[i];
            if (b < 0) {
                return foldedCase(new String(utf8, StandardCharsets.UTF_8));
            }
            folded[i] = b >= 'A' && b <= 'Z' ? (byte) (b | 0x20) : b;
        }
        return folded;
    }

    private static int hashOf(byte[] key) {
        return hash(key, 0, key.length);
    }

    private static int hash(byte[] key, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + key[i];
        }
        // Codes differ in their last characters: spread those over the whole table.
        hash *= 0x9E3779B1;
        return hash ^ hash >>> 15;
    }

    /** Gives codes to ordinals and finds codes among those given so far, comparing them exactly. */
    public static final class Builder {

        private final Texts.Builder texts;
        private final Ints codes = new Ints();
        /** By ordinal: what has another hash is another code, without a look at its text. */
        private final Ints hashes = new Ints();
        /** Filled to at most half, because most of what is looked for here is not there. */
        private int[] table = new int[16];

        private int used;

        /** @param texts receives the codes */
        public Builder(Texts.Builder texts) {
            this.texts = texts;
        }

        /**
         * Gives a code to an ordinal that has none.
         *
         * @return the ordinal that has the code already, in which case nothing changes; else {@link #NONE}
         */
        public int put(int ordinal, String code) {
            byte[] exact = code.getBytes(StandardCharsets.UTF_8);
            return put(ordinal, exact, 0, exact.length);
        }

        /** The same with the code that stands in a buffer from {@code from} up to, and without, {@code to}, in UTF-8. */
        public int put(int ordinal, byte[] buffer, int from, int to) {
            int hash = hash(buffer, from, to);
            int slot = slot(hash, buffer, from, to);
            if (table[slot] != 0) {
                return table[slot] - 1;
            }
            codes.put(ordinal, texts.add(buffer, from, to));
            hashes.put(ordinal, hash);
            table[slot] = ordinal + 1;
            if (++used > table.length / 2) {
                table = CodeDictionary.table(table.length * 2, 0, codes.toArray(), hashes::get);
            }
            return NONE;
        }

        public int find(String code) {
            byte[] exact = code.getBytes(StandardCharsets.UTF_8);
            return find(exact, 0, exact.length);
        }

        public int find(byte[] buffer, int from, int to) {
            return table[slot(hash(buffer, from, to), buffer, from, to)] - 1;
        }

        public boolean hasCode(int ordinal) {
            return codes.getOrZero(ordinal) != Texts.NONE;
        }

        public String code(int ordinal) {
            return texts.get(codes.get(ordinal));
        }

        /**
         * @param frozen the frozen form of the texts
         * @param size number of ordinals
         */
        public CodeDictionary freeze(Texts frozen, int size, boolean caseSensitive) {
            IntHash hash = caseSensitive ? hashes::get : ordinal -> hashOf(foldedCase(code(ordinal)));
            int[] all = codes.toArray(size);
            return new CodeDictionary(frozen, all, CodeDictionary.table(all, hash), caseSensitive);
        }

        /** The slot of a code, or the free slot where it would be. */
        private int slot(int hash, byte[] buffer, int from, int to) {
            int mask = table.length - 1;
            int slot = hash & mask;
            while (table[slot] != 0 && !has(table[slot] - 1, hash, buffer, from, to)) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        private boolean has(int ordinal, int hash, byte[] buffer, int from, int to) {
            return hashes.get(ordinal) == hash && texts.equals(codes.get(ordinal), buffer, from, to);
        }
    }

    private interface IntHash {

        int of(int ordinal);
    }
}
