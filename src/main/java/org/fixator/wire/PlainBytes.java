package org.fixator.wire;

/** Bytes of UTF-8 that stand in a JSON string as they are: all but control characters, quotes and backslashes. */
final class PlainBytes {

    private PlainBytes() {}

    static boolean isPlain(byte b) {
        return (b >= 0x20 || b < 0) && b != '"' && b != '\\';
    }

    /** The index of the first byte from {@code from} on that is not plain, {@code to} where all are. */
    static int end(byte[] text, int from, int to) {
        int last = to - Long.BYTES;
        int i = from;
        while (i <= last && isPlain(EightBytes.get(text, i))) {
            i += Long.BYTES;
        }
        // What is left over, with as much before it as makes eight bytes.
        if (i > last && last >= from && isPlain(EightBytes.get(text, last))) {
            return to;
        }
        while (i < to && isPlain(text[i])) {
            i++;
        }
        return i;
    }

    /**
     * Eight bytes at once. A byte that is 0, or below 0x20, borrows from its highest bit when 1, or 0x20, is taken from it;
     * what had that bit before does not count.
     */
    private static boolean isPlain(long eight) {
        long control = (eight - EightBytes.each(' ')) & ~eight & EightBytes.HIGH;
        long quote = EightBytes.zeros(eight ^ EightBytes.each('"'));
        long backslash = EightBytes.zeros(eight ^ EightBytes.each('\\'));
        return (control | quote | backslash) == 0;
    }
}
