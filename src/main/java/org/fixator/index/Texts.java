package org.fixator.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Texts as UTF-8 in pages of one MiB, each addressed by an int.
 *
 * <p>Layout of a text: its length in bytes as a variable-length integer (7 bits a byte, low bits first), then its bytes.
 * A text never crosses a page; one that is longer than a page has a page of its own. An address is the page number in the
 * upper 12 bits and the offset in the lower 20, so that 4 GiB of text fit. Address 0 is never given out: it is
 * {@link #NONE}, and columns of addresses start out as "no text anywhere".
 */
public final class Texts {

    /** The address of no text. */
    public static final int NONE = 0;

    private static final int PAGE_BITS = 20;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int MASK = PAGE - 1;
    private static final int MAXIMUM_PAGES = 1 << (Integer.SIZE - PAGE_BITS);

    private final byte[][] pages;

    private Texts(byte[][] pages) {
        this.pages = pages;
    }

    /** The core of an {@link Image}. */
    public void write(ImageOutput out) {
        out.section(Section.TEXTS);
        out.number(pages.length);
        for (byte[] page : pages) {
            out.bytes(page);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static Texts read(ImageInput in) {
        in.section(Section.TEXTS);
        return new Texts(in.list(ImageInput::bytes).toArray(byte[][]::new));
    }

    public String get(int address) {
        return get(page(address), address & MASK);
    }

    /** Hands over the text at an address. */
    public void get(int address, Utf8Sink sink) {
        byte[] page = page(address);
        int at = address & MASK;
        int length = length(page, at);
        int start = at + lengthOfLength(length);
        sink.accept(page, start, start + length);
    }

    /** Whether the text at an address is this one. */
    public boolean equals(int address, byte[] utf8) {
        return equals(page(address), address & MASK, utf8, 0, utf8.length);
    }

    /** A copy of the bytes of a text. */
    byte[] bytes(int address) {
        return bytes(page(address), address & MASK);
    }

    private static byte[] bytes(byte[] page, int at) {
        int length = length(page, at);
        int start = at + lengthOfLength(length);
        return Arrays.copyOfRange(page, start, start + length);
    }

    /** The number of bytes of a text. */
    public int length(int address) {
        return length(page(address), address & MASK);
    }

    /** A byte of a text, -1 beyond its end. */
    int byteAt(int address, int index) {
        byte[] page = page(address);
        int at = address & MASK;
        int length = length(page, at);
        return index < length ? page[at + lengthOfLength(length) + index] & 0xff : -1;
    }

    /**
     * Compares a text with a key, byte by byte, without sign.
     *
     * @param prefix whether a text that begins with the key counts as equal
     */
    int compare(int address, byte[] key, boolean prefix) {
        byte[] page = page(address);
        int at = address & MASK;
        int length = length(page, at);
        int start = at + lengthOfLength(length);
        int end = prefix ? start + Math.min(length, key.length) : start + length;
        return Arrays.compareUnsigned(page, start, end, key, 0, key.length);
    }

    private static String get(byte[] page, int at) {
        int length = length(page, at);
        return new String(page, at + lengthOfLength(length), length, StandardCharsets.UTF_8);
    }

    private static boolean equals(byte[] page, int at, byte[] buffer, int from, int to) {
        int length = length(page, at);
        if (length != to - from) {
            return false;
        }
        int start = at + lengthOfLength(length);
        return Arrays.equals(page, start, start + length, buffer, from, to);
    }

    private byte[] page(int address) {
        return pages[address >>> PAGE_BITS];
    }

    private static int length(byte[] page, int at) {
        int length = 0;
        int shift = 0;
        int i = at;
        byte b;
        do {
            b = page[i++];
            length |= (b & 0x7f) << shift;
            shift += 7;
        } while (b < 0);
        return length;
    }

    private static int lengthOfLength(int length) {
        return length < 1 << 7 ? 1 : length < 1 << 14 ? 2 : length < 1 << 21 ? 3 : length < 1 << 28 ? 4 : 5;
    }

    /** Collects texts. What it has given out can be read before it is frozen. */
    public static final class Builder {

        private final List<byte[]> pages = new ArrayList<>();
        private byte[] page = new byte[64];
        private int end = 1; // the first byte stays free, so that no text has the address NONE

        public Builder() {
            pages.add(page);
        }

        /** One whose texts come behind those of another, at the addresses that they have there. */
        Builder(Texts base) {
            pages.addAll(Arrays.asList(base.pages));
            if (!pages.isEmpty()) {
                end = 0;
            }
            pages.add(page);
        }

        byte[] bytes(int address) {
            return Texts.bytes(pages.get(address >>> PAGE_BITS), address & MASK);
        }

        /**
         * @return the address
         * @throws IllegalStateException when 4 GiB are full
         */
        public int add(String text) {
            return add(text.getBytes(StandardCharsets.UTF_8));
        }

        public int add(byte[] utf8) {
            return add(utf8, 0, utf8.length);
        }

        /** Adds the text that stands in a buffer from {@code from} up to, and without, {@code to}. */
        public int add(byte[] buffer, int from, int to) {
            int length = to - from;
            int needed = lengthOfLength(length) + length;
            reserve(needed);
            int address = ((pages.size() - 1) << PAGE_BITS) | end;
            int rest = length;
            while (rest >= 1 << 7) {
                page[end++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            page[end++] = (byte) rest;
            System.arraycopy(buffer, from, page, end, length);
            end += length;
            return address;
        }

        /** Whether the text at an address is this one. */
        public boolean equals(int address, byte[] utf8) {
            return Texts.equals(pages.get(address >>> PAGE_BITS), address & MASK, utf8, 0, utf8.length);
        }

        /** Whether the text at an address is the one that stands in a buffer. */
        public boolean equals(int address, byte[] buffer, int from, int to) {
            return Texts.equals(pages.get(address >>> PAGE_BITS), address & MASK, buffer, from, to);
        }

        public String get(int address) {
            return Texts.get(pages.get(address >>> PAGE_BITS), address & MASK);
        }

        /** The texts so far; the builder is not used any more. */
        public Texts freeze() {
            pages.set(pages.size() - 1, Arrays.copyOf(page, end));
            return new Texts(pages.toArray(byte[][]::new));
        }

        private void reserve(int needed) {
            if (end + needed <= page.length) {
                return;
            }
            if (end + needed <= PAGE) {
                page = Arrays.copyOf(page, Math.min(PAGE, Math.max(page.length * 2, end + needed)));
                pages.set(pages.size() - 1, page);
                return;
            }
            if (pages.size() == MAXIMUM_PAGES) {
                throw new IllegalStateException("A code system holds at most 4 GiB of text");
            }
            page = new byte[Math.max(PAGE, needed)];
            pages.add(page);
            end = 0;
        }
    }
}
