package org.fixator.wire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An element of a type, as its name stands in JSON and its tags in XML. Immutable. */
final class XmlElement {

    /** As a member of an object begins: a quoted name and a colon, or no more than the beginning of a name. */
    private final byte[] member;

    /** The first eight bytes of that and the next eight, and which of them there are. */
    private final long first;

    private final long firstMask;
    private final long second;
    private final long secondMask;

    private final boolean begins;
    private final @Nullable XmlType type;
    private final Tag open;
    private final Tag start;
    private final Tag value;
    private final Tag end;

    /** Bytes, with others behind them for the sake of {@link AnswerBuffer#put(byte[], int, int)}. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Tag(byte[] padded, int length) {

        static Tag of(String text) {
            byte[] ascii = XmlText.ascii(text);
            return new Tag(Arrays.copyOf(ascii, Math.max(ascii.length, AnswerBuffer.SHORT)), ascii.length);
        }

        void write(AnswerBuffer xml) {
            xml.put(padded, 0, length);
        }
    }

    /**
     * @param name in ASCII
     * @param begins whether names only begin so
     * @param type {@code null} for a primitive one
     */
    XmlElement(String name, boolean begins, @Nullable XmlType type) {
        this.begins = begins;
        this.type = type;
        member = XmlText.ascii('"' + name + (begins ? "" : "\":"));
        first = EightBytes.padded(member, 0);
        firstMask = mask(member.length);
        second = EightBytes.padded(member, Long.BYTES);
        secondMask = mask(member.length - Long.BYTES);
        open = Tag.of('<' + name);
        start = Tag.of('<' + name + '>');
        value = Tag.of('<' + name + " value=\"");
        end = Tag.of("</" + name + '>');
    }

    private static long mask(int bytes) {
        return bytes >= Long.BYTES ? -1 : (1L << (Byte.SIZE * Math.max(0, bytes))) - 1;
    }

    /**
     * Whether a member is this element.
     *
     * @param eight the first bytes of the member
     * @param at where they stand
     */
    boolean is(byte[] json, int at, long eight) {
        return (eight & firstMask) == first && isRest(json, at);
    }

    private boolean isRest(byte[] json, int at) {
        int to = at + member.length;
        if (to > json.length || (begins && json[to] == '"')) {
            return false;
        }
        int compared = 2 * Long.BYTES;
        return (secondMask == 0 || (EightBytes.padded(json, at + Long.BYTES) & secondMask) == second)
                && (member.length <= compared
                        || Arrays.equals(json, at + compared, to, member, compared, member.length));
    }

    /** Whether only the beginning of its names is known. */
    boolean begins() {
        return begins;
    }

    /** {@code null} for a primitive one. */
    @Nullable
    XmlType type() {
        return type;
    }

    /** Bytes of the name, the quotes about it and the colon. */
    int memberLength() {
        return member.length;
    }

    /** The opening tag up to its name. */
    void open(AnswerBuffer xml) {
        open.write(xml);
    }

    /** The opening tag without attributes. */
    void start(AnswerBuffer xml) {
        start.write(xml);
    }

    /** The tag up to where its value stands. */
    void value(AnswerBuffer xml) {
        value.write(xml);
    }

    /** The closing tag. */
    void end(AnswerBuffer xml) {
        end.write(xml);
    }
}
