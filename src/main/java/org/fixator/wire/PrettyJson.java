package org.fixator.wire;

import java.util.Arrays;
import java.util.BitSet;

/** JSON for people who look at answers: each member on a line of its own, two spaces a level, as HAPI has it. */
public final class PrettyJson {

    private final byte[] json;
    private byte[] out;
    private int length;
    private int level;
    /** Of each array and object that is open, whether it is an array. */
    private final BitSet inArray = new BitSet();

    private int depth;

    private PrettyJson(byte[] json) {
        this.json = json;
        this.out = new byte[json.length * 2 + 64];
    }

    /** @param json valid JSON without white space between its values */
    public static byte[] of(byte[] json) {
        return new PrettyJson(json).write();
    }

    private byte[] write() {
        int i = 0;
        while (i < json.length) {
            byte b = json[i++];
            switch (b) {
                case '"' -> i = string(i);
                case '{' -> open(i);
                case '}' -> close(i);
                case '[' -> {
                    put(b);
                    put((byte) ' ');
                    inArray.set(++depth);
                }
                case ']' -> {
                    put((byte) ' ');
                    put(b);
                    depth--;
                }
                case ',' -> {
                    put(b);
                    if (inArray.get(depth)) {
                        put((byte) ' ');
                    } else {
                        line();
                    }
                }
                case ':' -> {
                    put(b);
                    put((byte) ' ');
                }
                default -> put(b);
            }
        }
        return Arrays.copyOf(out, length);
    }

    /** Copies a string whose opening quote was read; returns what comes after it. */
    private int string(int from) {
        int end = from;
        while (json[end] != '"') {
            end += json[end] == '\\' ? 2 : 1;
        }
        int size = end + 1 - (from - 1);
        ensure(size);
        System.arraycopy(json, from - 1, out, length, size);
        length += size;
        return end + 1;
    }

    private void open(int next) {
        put((byte) '{');
        inArray.clear(++depth);
        level++;
        if (json[next] != '}') {
            line();
        }
    }

    private void close(int next) {
        level--;
        depth--;
        if (json[next - 2] == '{') {
            put((byte) ' ');
        } else {
            line();
        }
        put((byte) '}');
    }

    private void line() {
        ensure(1 + 2 * level);
        out[length++] = '\n';
        Arrays.fill(out, length, length + 2 * level, (byte) ' ');
        length += 2 * level;
    }

    private void put(byte b) {
        ensure(1);
        out[length++] = b;
    }

    private void ensure(int more) {
        if (out.length - length < more) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, length + more));
        }
    }
}
