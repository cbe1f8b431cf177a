package org.fixator.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Answers in XML, made of the bytes of their JSON in one pass, without models of FHIR: Parameters, OperationOutcome and
 * ValueSet. Elements must stand in the order that XML demands, as this server's writers have them; whatever does not, and
 * whatever {@link XmlType} does not know, is not written here.
 *
 * @see <a href="http://hl7.org/fhir/R4/xml.html">XML representation</a>
 */
public final class AnswerXml {

    private static final byte[] RESOURCE = XmlText.ascii("{\"resourceType\":\"");
    private static final byte[] NAMESPACE = XmlText.ascii(" xmlns=\"http://hl7.org/fhir\">");
    private static final byte[] VALUE = XmlText.ascii(" value=\"");
    private static final byte[] ID = XmlText.ascii(" id=\"");
    private static final byte[] URL = XmlText.ascii(" url=\"");
    private static final long CLOSED = EightBytes.padded(XmlText.ascii("\"/>"), 0);
    private static final byte[] END = XmlText.ascii("</");

    /** As members begin. */
    private static final byte[] ID_MEMBER = XmlText.ascii("\"id\":");

    private static final byte[] URL_MEMBER = XmlText.ascii("\"url\":");

    private final byte[] json;
    private final int end;
    /** The next byte that is read. */
    private int at;

    private final AnswerBuffer xml;

    private AnswerXml(byte[] json, int end, AnswerBuffer xml) {
        this.json = json;
        this.end = end;
        this.xml = xml;
    }

    /**
     * @param answer valid JSON without white space between its values
     * @return the same in XML, to be closed; {@code null} for what must go through models
     */
    public static @Nullable AnswerBuffer write(OperationAnswer answer) {
        return write(answer.array(), answer.length());
    }

    private static @Nullable AnswerBuffer write(byte[] json, int end) {
        AnswerBuffer xml = new AnswerBuffer(end + end / 2 + 64);
        AnswerXml writer = new AnswerXml(json, end, xml);
        if (writer.resource() && writer.at == end) {
            return xml;
        }
        xml.close();
        return null;
    }

    /** {@link #write} for who keeps the answer. */
    static byte @Nullable [] of(byte[] json) {
        try (AnswerBuffer xml = write(json, json.length)) {
            return xml == null ? null : xml.toArray();
        }
    }

    private boolean resource() {
        if (!skip(RESOURCE)) {
            return false;
        }
        int from = at;
        int to = JsonPlaces.closingQuote(json, from);
        XmlType type = XmlType.resource(new String(json, from, to - from, StandardCharsets.US_ASCII));
        if (type == null) {
            return false;
        }
        at = to + 1;
        xml.put('<').put(json, from, to).put(NAMESPACE);
        boolean written = json[at++] == '}' || members(type);
        xml.put(END).put(json, from, to).put('>');
        return written;
    }

    /** Whether these bytes come next; then they are read. */
    private boolean skip(byte[] expected) {
        if (!isNext(expected)) {
            return false;
        }
        at += expected.length;
        return true;
    }

    private boolean isNext(byte[] expected) {
        int behind = at + expected.length;
        return behind <= end
                && json[at + 1] == expected[1]
                && Arrays.equals(json, at, behind, expected, 0, expected.length);
    }

    /** Members up to the end of their object, the first of which comes next. */
    private boolean members(XmlType type) {
        int element = -1;
        while (true) {
            if (type == XmlType.EXTENSION && isAttribute()) {
                skipMember(); // it stands in the tag already
            } else {
                element = type.find(json, at, element + 1);
                if (element < 0 || !member(type.element(element))) {
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

    private boolean member(XmlElement element) {
        if (element.begins()) {
            return named();
        }
        at += element.memberLength();
        if (json[at] != '[') {
            return one(element);
        }
        do {
            at++;
            if (!one(element)) {
                return false;
            }
        } while (json[at] == ',');
        return json[at++] == ']';
    }

    /** A primitive whose name is only in the answer: one of the many types of a value. */
    private boolean named() {
        int from = at + 1;
        int to = JsonPlaces.closingQuote(json, from);
        at = to + 2;
        if (json[to + 1] != ':' || !areLetters(from, to)) {
            return false;
        }
        xml.put('<').put(json, from, to).put(VALUE);
        return value();
    }

    private boolean areLetters(int from, int to) {
        for (int i = from; i < to; i++) {
            int lower = json[i] | 0x20;
            if (lower < 'a' || lower > 'z') {
                return false;
            }
        }
        return true;
    }

    private boolean one(XmlElement element) {
        XmlType type = element.type();
        if (type == null) {
            element.value(xml);
            return value();
        }
        if (json[at] != '{') {
            return false;
        }
        boolean written;
        if (type == XmlType.RESOURCE) {
            element.start(xml);
            written = resource();
        } else {
            at++;
            written = type == XmlType.EXTENSION ? extension(element) : object(element, type);
        }
        element.end(xml);
        return written;
    }

    /** The value of a primitive element and the end of its tag. XML has neither null nor empty lists. */
    private boolean value() {
        byte first = json[at];
        if (first == '"') {
            at = XmlText.write(json, at + 1, end, xml) + 1;
        } else if (first == 'n' || first == '[' || first == ']' || first == '{') {
            return false;
        } else {
            int from = at;
            at = JsonPlaces.scalarEnd(json, from);
            xml.put(json, from, at);
        }
        xml.put(CLOSED, 3);
        return true;
    }

    /** What comes after an opening brace. */
    private boolean object(XmlElement element, XmlType type) {
        if (isNext(ID_MEMBER)) {
            element.open(xml);
            if (!attribute(ID_MEMBER, ID)) {
                return false;
            }
            byte next = json[at++];
            xml.put('>');
            return next == '}' || (next == ',' && members(type));
        }
        element.start(xml);
        if (json[at] == '}') {
            at++;
            return true;
        }
        return members(type);
    }

    /** The same of an extension, whose url may stand anywhere in JSON. */
    private boolean extension(XmlElement element) {
        element.open(xml);
        int start = at;
        while (json[at] == '"') {
            if (!attributeOrSkip()) {
                return false;
            }
            if (json[at++] == '}') {
                break;
            }
        }
        xml.put('>');
        at = start;
        return members(XmlType.EXTENSION);
    }

    private boolean attributeOrSkip() {
        if (isNext(URL_MEMBER)) {
            return attribute(URL_MEMBER, URL);
        }
        if (isNext(ID_MEMBER)) {
            return attribute(ID_MEMBER, ID);
        }
        skipMember();
        return true;
    }

    private boolean isAttribute() {
        return isNext(URL_MEMBER) || isNext(ID_MEMBER);
    }

    /** Whether the member is a string; then it is read. */
    private boolean attribute(byte[] member, byte[] name) {
        at += member.length;
        if (json[at] != '"') {
            return false;
        }
        xml.put(name);
        at = XmlText.write(json, at + 1, end, xml) + 1;
        xml.put('"');
        return true;
    }

    private void skipMember() {
        at = JsonPlaces.valueEnd(json, JsonPlaces.closingQuote(json, at + 1) + 2);
    }
}
