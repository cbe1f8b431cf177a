package org.fixator.wire;

import java.nio.charset.StandardCharsets;

/** Strings of JSON as attributes of XML, without their quotes. */
final class XmlText {

    private static final byte[] AND = ascii("&amp;");
    private static final byte[] LESS = ascii("&lt;");
    private static final byte[] QUOTE = ascii("&quot;");
    private static final byte[] LINE_FEED = ascii("&#xa;");
    private static final byte[] RETURN = ascii("&#xd;");
    private static final byte[] TAB = ascii("&#x9;");

    private XmlText() {}

    /**
     * Writes the text of a JSON string.
     *
     * @param start after its opening quote
     * @param end of the JSON
     * @return the place of its closing quote
     */
    static int write(byte[] json, int start, int end, AnswerBuffer xml) {
        int at = xml.putText(json, start, end);
        while (json[at] != '"') {
            switch (json[at]) {
                case '&' -> xml.put(AND);
                case '<' -> xml.put(LESS);
                default -> at = escape(json, at + 1, xml);
            }
            at = xml.putText(json, at + 1, end);
        }
        return at;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** @return the place of the last byte of the escape whose backslash stands before {@code at} */
    private static int escape(byte[] json, int at, AnswerBuffer xml) {
        switch (json[at]) {
            case 'u' -> {
                return unicode(json, at + 1, xml);
            }
            case 'n' -> xml.put(LINE_FEED);
            case 'r' -> xml.put(RETURN);
            case 't' -> xml.put(TAB);
            case '"' -> xml.put(QUOTE);
            case 'b', 'f' -> xml.put(' '); // XML has no other control characters
            default -> xml.put((char) json[at]);
        }
        return at;
    }

    private static int unicode(byte[] json, int at, AnswerBuffer xml) {
        char unit = hex(json, at);
        if (Character.isHighSurrogate(unit) && json[at + 4] == '\\' && json[at + 5] == 'u') {
            char low = hex(json, at + 6);
            xml.put(new String(new char[] {unit, low}).getBytes(StandardCharsets.UTF_8));
            return at + 9;
        }
        switch (unit) {
            case '\n' -> xml.put(LINE_FEED);
            case '\r' -> xml.put(RETURN);
            case '\t' -> xml.put(TAB);
            case '&' -> xml.put(AND);
            case '<' -> xml.put(LESS);
            case '"' -> xml.put(QUOTE);
            default -> xml.put((unit < ' ' ? " " : String.valueOf(unit)).getBytes(StandardCharsets.UTF_8));
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
}
