package org.fixator.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fixator.index.Utf8Sink;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON straight into UTF-8 bytes. Calls follow the text from left to right; commas come by themselves. It does
 * not check that what is opened is closed: writers here are few and tested.
 *
 * <pre>{@code
 * byte[] json = new JsonBytes().object().member("code", "a").name("part").array().endArray().endObject().bytes();
 * }</pre>
 */
final class JsonBytes implements Utf8Sink {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] buffer;
    private int length;
    private boolean comma;
    /** What is written already and no more in the buffer; {@code null} where all is to stay in it. */
    private @Nullable List<byte[]> pieces;

    JsonBytes() {
        this(512);
    }

    JsonBytes(int capacity) {
        buffer = new byte[capacity];
    }

    /** One that makes no array larger than its pieces. It ends with {@link #pieces}. */
    static JsonBytes inPieces() {
        JsonBytes json = new JsonBytes(KeptBuffers.SMALL);
        json.pieces = new ArrayList<>();
        return json;
    }

    /** The whole text, or what follows the pieces that were {@link #taken}; nothing may be written any more. */
    List<byte[]> pieces() {
        List<byte[]> all = new ArrayList<>(taken());
        all.add(Arrays.copyOf(buffer, length));
        return all;
    }

    /** The pieces that are whole, for who hands them on while the rest is written; it keeps them no more. */
    List<byte[]> taken() {
        if (pieces == null || pieces.isEmpty()) {
            return List.of();
        }
        List<byte[]> whole = pieces;
        pieces = new ArrayList<>();
        return whole;
    }

    /** An empty one, whose buffer may have served before. It ends with {@link #finish} or {@link #release}. */
    static JsonBytes begin() {
        return KeptBuffers.take(0);
    }

    /** As {@link #begin()}, with room for so many bytes where they are many. */
    static JsonBytes begin(int expected) {
        return KeptBuffers.take(expected);
    }

    /** The whole text; nothing may be written any more. */
    byte[] finish() {
        byte[] text = bytes();
        release();
        return text;
    }

    /** Gives the buffer to the next answer: neither this nor the buffer may be used any more. */
    void release() {
        KeptBuffers.give(this);
    }

    void clear() {
        length = 0;
        comma = false;
    }

    /** What the text stands in, from its beginning; what follows after {@link #length} is of no meaning. */
    byte[] buffer() {
        return buffer;
    }

    /** Number of bytes of the text so far. */
    int length() {
        return length;
    }

    int capacity() {
        return buffer.length;
    }

    /** The text so far, as a copy. */
    byte[] bytes() {
        return Arrays.copyOf(buffer, length);
    }

    JsonBytes object() {
        return open('{');
    }

    JsonBytes endObject() {
        return close('}');
    }

    JsonBytes array() {
        return open('[');
    }

    JsonBytes endArray() {
        return close(']');
    }

    JsonBytes name(String name) {
        separate();
        quoted(name);
        put((byte) ':');
        comma = false;
        return this;
    }

    JsonBytes value(String text) {
        separate();
        quoted(text);
        return this;
    }

    /** Members or elements that are already bytes; there may be none. */
    JsonBytes continued(byte[] json) {
        return json.length == 0 ? this : raw(json);
    }

    /** A value: the text that stands in a buffer in UTF-8. */
    @Override
    public void accept(byte[] text, int from, int to) {
        int size = to - from;
        ensure(size + 3);
        separate();
        buffer[length++] = '"';
        System.arraycopy(text, from, buffer, length, size);
        int special = PlainBytes.end(text, from, to);
        length += special - from;
        if (special < to) {
            escaped(text, special, to);
        }
        ensure(1);
        buffer[length++] = '"';
        comma = true;
    }

    private void escaped(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = text[i];
            if (PlainBytes.isPlain(b)) {
                put(b);
            } else {
                escape((char) b);
            }
        }
    }

    JsonBytes value(boolean truth) {
        return raw(truth ? "true" : "false");
    }

    JsonBytes value(int number) {
        return raw(Integer.toString(number));
    }

    /** JSON that is already text: a number, an object. */
    JsonBytes raw(String json) {
        separate();
        ensure(json.length() * 3);
        for (int i = 0; i < json.length(); i++) {
            i += character(json, i);
        }
        comma = true;
        return this;
    }

    /** JSON that is already bytes. */
    JsonBytes raw(byte[] json) {
        ensure(json.length + 1);
        separate();
        System.arraycopy(json, 0, buffer, length, json.length);
        length += json.length;
        comma = true;
        return this;
    }

    /** JSON that is already bytes and ends where a value follows: a name and its colon. */
    JsonBytes start(byte[] json) {
        raw(json);
        comma = false;
        return this;
    }

    /** A member; nothing where the value is {@code null}. */
    JsonBytes member(String name, @Nullable String text) {
        return text == null ? this : name(name).value(text);
    }

    JsonBytes member(String name, boolean truth) {
        return name(name).value(truth);
    }

    JsonBytes member(String name, int number) {
        return name(name).value(number);
    }

    private JsonBytes open(char bracket) {
        separate();
        put((byte) bracket);
        comma = false;
        return this;
    }

    private JsonBytes close(char bracket) {
        put((byte) bracket);
        comma = true;
        return this;
    }

    private void separate() {
        if (comma) {
            put((byte) ',');
        }
    }

    private void quoted(String text) {
        int size = text.length();
        ensure(size * 3 + 2);
        buffer[length++] = '"';
        for (int i = plain(text); i < size; i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                buffer[length++] = (byte) c;
            } else if (c < 0x80) {
                escape(c);
                ensure((size - i) * 3 + 2);
            } else {
                i += character(text, i);
            }
        }
        buffer[length++] = '"';
        comma = true;
    }

    /** Writes the characters that need no thought, as far as they go: in most texts to the end. Returns how many. */
    private int plain(String text) {
        byte[] out = buffer;
        int start = length;
        int size = text.length();
        int i = 0;
        for (; i < size; i++) {
            char c = text.charAt(i);
            if (!isPlain(c)) {
                break;
            }
            out[start + i] = (byte) c;
        }
        length = start + i;
        return i;
    }

    private static boolean isPlain(char c) {
        return c >= 0x20 && c < 0x80 && c != '"' && c != '\\';
    }

    private void escape(char c) {
        ensure(6);
        buffer[length++] = '\\';
        switch (c) {
            case '"', '\\' -> buffer[length++] = (byte) c;
            case '\n' -> buffer[length++] = 'n';
            case '\r' -> buffer[length++] = 'r';
            case '\t' -> buffer[length++] = 't';
            default -> {
                buffer[length++] = 'u';
                buffer[length++] = '0';
                buffer[length++] = '0';
                buffer[length++] = HEX[c >> 4];
                buffer[length++] = HEX[c & 0xF];
            }
        }
    }

    /** Writes the character at an index; returns how many further chars it took. There is room for it. */
    private int character(String text, int i) {
        char c = text.charAt(i);
        if (c < 0x80) {
            buffer[length++] = (byte) c;
        } else if (c < 0x800) {
            buffer[length++] = (byte) (0xC0 | (c >> 6));
            buffer[length++] = (byte) (0x80 | (c & 0x3F));
        } else if (Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1))) {
            int point = Character.toCodePoint(c, text.charAt(i + 1));
            buffer[length++] = (byte) (0xF0 | (point >> 18));
            buffer[length++] = (byte) (0x80 | ((point >> 12) & 0x3F));
            buffer[length++] = (byte) (0x80 | ((point >> 6) & 0x3F));
            buffer[length++] = (byte) (0x80 | (point & 0x3F));
            return 1;
        } else {
            char whole = Character.isSurrogate(c) ? '\uFFFD' : c; // half a pair has no bytes in UTF-8
            buffer[length++] = (byte) (0xE0 | (whole >> 12));
            buffer[length++] = (byte) (0x80 | ((whole >> 6) & 0x3F));
            buffer[length++] = (byte) (0x80 | (whole & 0x3F));
        }
        return 0;
    }

    private void put(byte b) {
        ensure(1);
        buffer[length++] = b;
    }

    private void ensure(int more) {
        if (buffer.length - length < more) {
            makeRoom(more);
        }
    }

    private void makeRoom(int more) {
        if (pieces != null) {
            pieces.add(Arrays.copyOf(buffer, length));
            length = 0;
        }
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
