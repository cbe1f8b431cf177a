package org.fixator.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Bytes of UTF-8 that stand in a JSON string as they are: all but control characters, quotes and backslashes. */
final class PlainBytes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    private PlainBytes() {}

    static boolean isPlain(byte b) {
        return (b >= 0x20 || b < 0) && b != '"' && b != '\\';
    }

    /** The index of the first byte from {@code from} on that is not plain, {@code to} where all are. */
    static int end(byte[] text, int from, int to) {
        int last = to - Long.BYTES;
        int i = from;
        while (i <= last && isPlain((long) LONGS.get(text, i))) {
            i += Long.BYTES;
        }
        // What is left over, with as much before it as makes eight bytes.
        if (i > last && last >= from && isPlain((long) LONGS.get(text, last))) {
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
        long quote = eight ^ ONES * '"';
        long backslash = eight ^ ONES * '\\';
        long control = (eight - ONES * 0x20) & ~eight;
        return ((control | ((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash)) & HIGH) == 0;
    }
}
