package org.fixator.wire;

import java.util.Arrays;
import java.util.BitSet;

/** JSON for people who look at answers: each member on a line of its own, two spaces a level, as HAPI has it. */
public final class PrettyJson {

    /** A line's end and the indentation of most lines. */
    private static final byte[] LINE = new byte[64];

    static {
        Arrays.fill(LINE, (byte) ' ');
        LINE[0] = '\n';
    }

    private static final long EMPTY_OBJECT_END = ' ' | '}' << Byte.SIZE;
    private static final long ARRAY = '[' | ' ' << Byte.SIZE;
    private static final long ARRAY_END = ' ' | ']' << Byte.SIZE;
    private static final long NEXT_ITEM = ',' | ' ' << Byte.SIZE;
    private static final long VALUE = ':' | ' ' << Byte.SIZE;

    private final byte[] json;
    private final int end;
    private final AnswerBuffer out;
    private int level;
    /** Of each array and object that is open, whether it is an array. */
    private final BitSet inArray = new BitSet();

    private int depth;

    private PrettyJson(byte[] json, int end) {
        this.json = json;
        this.end = end;
        this.out = new AnswerBuffer(end + end / 2 + 64);
    }

    /**
     * @param answer valid JSON without white space between its values
     * @return the same indented, to be closed
     */
    public static AnswerBuffer write(OperationAnswer answer) {
        int end = answer.length();
        PrettyJson writer = new PrettyJson(answer.array(), end);
        int i = 0;
        while (i < end) {
            i = writer.token(i);
        }
        return writer.out;
    }

    /** Writes what comes next; returns the place behind it. */
    private int token(int at) {
        switch (json[at]) {
            case '"' -> {
                return string(at);
            }
            case '{' -> open(at + 1);
            case '}' -> close(at);
            case '[' -> {
                out.put(ARRAY, 2);
                inArray.set(++depth);
            }
            case ']' -> {
                out.put(ARRAY_END, 2);
                depth--;
            }
            case ',' -> next();
            case ':' -> out.put(VALUE, 2);
            default -> out.put((char) json[at]);
        }
        return at + 1;
    }

    private int string(int from) {
        int at = out.put('"').putText(json, from + 1, end);
        while (json[at] != '"') {
            int next = at + (json[at] == '\\' ? 2 : 1);
            out.put(json, at, next);
            at = out.putText(json, next, end);
        }
        out.put('"');
        return at + 1;
    }

    private void open(int next) {
        out.put('{');
        inArray.clear(++depth);
        level++;
        if (json[next] != '}') {
            line();
        }
    }

    private void close(int at) {
        level--;
        depth--;
        if (json[at - 1] == '{') {
            out.put(EMPTY_OBJECT_END, 2);
        } else {
            line();
            out.put('}');
        }
    }

    private void next() {
        if (inArray.get(depth)) {
            out.put(NEXT_ITEM, 2);
        } else {
            out.put(',');
            line();
        }
    }

    private void line() {
        int spaces = 2 * level;
        out.put(LINE, 0, Math.min(LINE.length, 1 + spaces));
        for (int i = LINE.length - 1; i < spaces; i++) {
            out.put(' ');
        }
    }
}
