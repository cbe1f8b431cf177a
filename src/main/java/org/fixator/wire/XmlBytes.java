package org.fixator.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** XML while it is written, in UTF-8. Belongs to one thread. */
final class XmlBytes {

    private static final byte[] AND = ascii("&amp;");
    private static final byte[] LESS = ascii("&lt;");
    private static final byte[] QUOTE = ascii("&quot;");
    private static final byte[] LINE_FEED = ascii("&#xa;");
    private static final byte[] RETURN = ascii("&#xd;");
    private static final byte[] TAB = ascii("&#x9;");

    private byte[] bytes;
    private int length;

    XmlBytes(int size) {
        bytes = new byte[size];
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    XmlBytes raw(byte[] from, int start, int end) {
        int size = end - start;
        ensure(size);
        System.arraycopy(from, start, bytes, length, size);
        length += size;
        return this;
    }

    XmlBytes raw(byte[] all) {
        return raw(all, 0, all.length);
    }

    XmlBytes raw(char ascii) {
        ensure(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /**
     * The text of a JSON string as that of an attribute.
     *
     * @param start after its opening quote
     * @return the place of its closing quote
     */
    int text(byte[] json, int start) {
        int plain = start;
        for (int i = start; ; i++) {
            byte b = json[i];
            if (b == '"') {
                raw(json, plain, i);
                return i;
            }
            if (b == '&' || b == '<') {
                raw(json, plain, i).raw(b == '&' ? AND : LESS);
                plain = i + 1;
            } else if (b == '\\') {
                raw(json, plain, i);
                i = escape(json, i + 1);
                plain = i + 1;
            }
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** @return the place of the last byte of the escape whose backslash stands before {@code at} */
    private int escape(byte[] json, int at) {
        switch (json[at]) {
            case 'u' -> {
                return unicode(json, at + 1);
            }
            case 'n' -> raw(LINE_FEED);
            case 'r' -> raw(RETURN);
            case 't' -> raw(TAB);
            case '"' -> raw(QUOTE);
            case 'b', 'f' -> raw(' '); // XML has no other control characters
            default -> raw((char) json[at]);
        }
        return at;
    }

    private int unicode(byte[] json, int at) {
        char unit = hex(json, at);
        if (Character.isHighSurrogate(unit) && json[at + 4] == '\\' && json[at + 5] == 'u') {
            char low = hex(json, at + 6);
            raw(new String(new char[] {unit, low}).getBytes(StandardCharsets.UTF_8));
            return at + 9;
        }
        switch (unit) {
            case '\n' -> raw(LINE_FEED);
            case '\r' -> raw(RETURN);
            case '\t' -> raw(TAB);
            case '&' -> raw(AND);
            case '<' -> raw(LESS);
            case '"' -> raw(QUOTE);
            default -> raw((unit < ' ' ? " " : String.valueOf(unit)).getBytes(StandardCharsets.UTF_8));
        }
        return at + 3;
    }

    private static char hex(byte[] json, int at) {
        int unit = 0;
        for (int i = at; i < at + 4; i++) {
            unit = unit << 4 | Character.digit(json[i], 16);
        }
        return (char) unit;
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
