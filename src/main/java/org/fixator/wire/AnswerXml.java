package org.fixator.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fixator.wire.XmlType.Element;
import org.jspecify.annotations.Nullable;

/**
 * Answers in XML, made of the bytes of their JSON in one pass, without models of FHIR: Parameters, OperationOutcome and
 * ValueSet. Elements must stand in the order that XML demands, as this server's writers have them; whatever does not, and
 * whatever {@link XmlType} does not know, is not written here.
 *
 * @see <a href="http://hl7.org/fhir/R4/xml.html">XML representation</a>
 */
public final class AnswerXml {

    private static final byte[] RESOURCE = XmlBytes.ascii("{\"resourceType\":\"");
    private static final byte[] NAMESPACE = XmlBytes.ascii(" xmlns=\"http://hl7.org/fhir\">");
    private static final byte[] VALUE = XmlBytes.ascii(" value=\"");
    private static final byte[] ID = XmlBytes.ascii(" id=\"");
    private static final byte[] URL = XmlBytes.ascii(" url=\"");
    private static final byte[] CLOSED = XmlBytes.ascii("\"/>");
    private static final byte[] END = XmlBytes.ascii("</");

    private final byte[] json;
    /** The next byte that is read. */
    private int at;

    private final XmlBytes xml;

    private AnswerXml(byte[] json) {
        this.json = json;
        this.xml = new XmlBytes(json.length + json.length / 2 + 64);
    }

    /**
     * @param json an answer: valid JSON without white space between its values
     * @return {@code null} for what must go through models
     */
    public static byte @Nullable [] of(byte[] json) {
        AnswerXml writer = new AnswerXml(json);
        return writer.resource() && writer.at == json.length ? writer.xml.toArray() : null;
    }

    private boolean resource() {
        if (!json(RESOURCE)) {
            return false;
        }
        int from = at;
        int to = closingQuote(from);
        XmlType type = XmlType.resource(new String(json, from, to - from, StandardCharsets.US_ASCII));
        if (type == null) {
            return false;
        }
        at = to + 1;
        xml.raw('<').raw(json, from, to).raw(NAMESPACE);
        boolean written = json[at++] == '}' || members(type);
        end(from, to);
        return written;
    }

    /** Whether these bytes come next; then they are read. */
    private boolean json(byte[] expected) {
        int end = at + expected.length;
        if (end > json.length || !Arrays.equals(json, at, end, expected, 0, expected.length)) {
            return false;
        }
        at = end;
        return true;
    }

    /** Members up to the end of their object, the first of which comes next. */
    private boolean members(XmlType type) {
        int element = -1;
        while (true) {
            int from = at + 1;
            int to = nameEnd();
            if (to < 0) {
                return false;
            }
            if (type == XmlType.EXTENSION && isAttribute(from, to)) {
                skipValue(); // it stands in the tag already
            } else {
                element = type.find(json, from, to, element + 1);
                if (element < 0 || !member(type.element(element), from, to)) {
                    return false;
                }
            }
            byte next = json[at++];
            if (next == '}') {
                return true;
            }
            if (next != ',') {
                return false;
            }
        }
    }

    /** Reads a name and the colon behind it; the end of the name, −1 where there is none. */
    private int nameEnd() {
        if (json[at] != '"') {
            return -1;
        }
        int to = closingQuote(at + 1);
        at = to + 2;
        return json[to + 1] == ':' ? to : -1;
    }

    private boolean member(Element element, int from, int to) {
        if (json[at] != '[') {
            return one(element, from, to);
        }
        do {
            at++;
            if (!one(element, from, to)) {
                return false;
            }
        } while (json[at] == ',');
        return json[at++] == ']';
    }

    private boolean one(Element element, int from, int to) {
        XmlType type = element.type();
        if (json[at] != '{') {
            return type == null && primitive(from, to);
        }
        if (type == null) {
            return false;
        }
        xml.raw('<').raw(json, from, to);
        boolean written;
        if (type == XmlType.RESOURCE) {
            xml.raw('>');
            written = resource();
        } else {
            at++;
            written = type == XmlType.EXTENSION ? extension() : object(type);
        }
        end(from, to);
        return written;
    }

    private void end(int from, int to) {
        xml.raw(END).raw(json, from, to).raw('>');
    }

    private boolean primitive(int from, int to) {
        byte first = json[at];
        if (first == 'n' || first == '[' || first == ']') {
            return false; // XML has neither null nor empty lists
        }
        xml.raw('<').raw(json, from, to).raw(VALUE);
        if (first == '"') {
            at = xml.text(json, at + 1) + 1;
        } else {
            int start = at;
            skipValue();
            xml.raw(json, start, at);
        }
        xml.raw(CLOSED);
        return true;
    }

    /** What comes after an opening brace, in a tag that is still open. */
    private boolean object(XmlType type) {
        if (json[at] == '}') {
            at++;
            xml.raw('>');
            return true;
        }
        int before = at;
        int to = nameEnd();
        if (to >= 0 && is("id", before + 1, to)) {
            attribute(ID);
            byte next = json[at++];
            xml.raw('>');
            return next == '}' || (next == ',' && members(type));
        }
        at = before;
        xml.raw('>');
        return members(type);
    }

    /** The same of an extension, whose url may stand anywhere in JSON. */
    private boolean extension() {
        int start = at;
        while (json[at] == '"') {
            int from = at + 1;
            int to = nameEnd();
            if (to < 0) {
                return false;
            }
            if (isAttribute(from, to) && json[at] == '"') {
                attribute(is("id", from, to) ? ID : URL);
            } else {
                skipValue();
            }
            if (json[at++] == '}') {
                break;
            }
        }
        xml.raw('>');
        at = start;
        return members(XmlType.EXTENSION);
    }

    private boolean isAttribute(int from, int to) {
        return is("url", from, to) || is("id", from, to);
    }

    private boolean is(String name, int from, int to) {
        if (to - from != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (json[from + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void attribute(byte[] name) {
        xml.raw(name);
        at = xml.text(json, at + 1) + 1;
        xml.raw('"');
    }

    /** The place of the quote that ends a string which begins at a place. */
    private int closingQuote(int from) {
        int end = from;
        while (json[end] != '"') {
            end += json[end] == '\\' ? 2 : 1;
        }
        return end;
    }

    private void skipValue() {
        int depth = 0;
        do {
            byte b = json[at];
            if (b == '"') {
                at = closingQuote(at + 1) + 1;
            } else if (b == '{' || b == '[') {
                depth++;
                at++;
            } else if (b == '}' || b == ']') {
                depth--;
                at++;
            } else if (depth > 0) {
                at++;
            } else {
                while (json[at] != ',' && json[at] != '}' && json[at] != ']') {
                    at++;
                }
            }
        } while (depth > 0);
    }
}
