package org.fixator.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of an array as one number, the first of them lowest. */
final class EightBytes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    /** The highest bit of each. */
    static final long HIGH = 0x8080808080808080L;

    private EightBytes() {}

    /** @param at at least eight bytes before the array's end */
    static long get(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** The same up to the array's end, with zeros behind it. */
    static long padded(byte[] bytes, int at) {
        if (at <= bytes.length - Long.BYTES) {
            return get(bytes, at);
        }
        long eight = 0;
        for (int i = bytes.length - 1; i >= at; i--) {
            eight = eight << Byte.SIZE | (bytes[i] & 0xFF);
        }
        return eight;
    }

    /** @param at at least eight bytes before the array's end */
    static void put(byte[] bytes, int at, long eight) {
        LONGS.set(bytes, at, eight);
    }

    /** Both places at least eight bytes before the end of their array. */
    static void copy(byte[] from, int start, byte[] to, int at) {
        put(to, at, get(from, start));
    }

    /** A byte eight times. */
    static long each(char ascii) {
        return ONES * ascii;
    }

    /**
     * Marks the bytes that are 0 by their highest bit: the lowest mark is right, those above it may be wrong. So are those of
     * several such numbers together.
     */
    static long zeros(long eight) {
        return (eight - ONES) & ~eight & HIGH;
    }

    /** Number of the bytes before the lowest mark. */
    static int before(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }
}
