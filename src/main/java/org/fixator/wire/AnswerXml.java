package org.fixator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers in XML, made of their JSON without models of FHIR. Only of Parameters and OperationOutcome: their writers put
 * elements in the order that XML demands, and extensions are drawn before them here.
 *
 * @see <a href="http://hl7.org/fhir/R4/xml.html">XML representation</a>
 */
public final class AnswerXml {

    private static final Set<String> WRITTEN = Set.of("Parameters", "OperationOutcome");

    /** What comes first in each element, whatever its place in JSON. */
    private static final List<String> FIRST = List.of("extension", "modifierExtension");

    private final StringBuilder xml = new StringBuilder(1024);

    private AnswerXml() {}

    /**
     * @param json an answer
     * @return {@code null} for what must go through models
     */
    public static byte @Nullable [] of(byte[] json) {
        ObjectNode resource = Json.parse(json);
        AnswerXml writer = new AnswerXml();
        return writer.resource(resource) ? writer.xml.toString().getBytes(StandardCharsets.UTF_8) : null;
    }

    private boolean resource(JsonNode resource) {
        String type = resource.path("resourceType").asText();
        if (!WRITTEN.contains(type) || resource.has("text") || resource.has("contained") || resource.has("meta")) {
            return false;
        }
        xml.append('<').append(type).append(" xmlns=\"http://hl7.org/fhir\">");
        if (resource.has("id")) {
            value("id", resource.get("id"));
        }
        boolean written = children(resource, Set.of("resourceType", "id"));
        xml.append("</").append(type).append('>');
        return written;
    }

    private boolean children(JsonNode object, Set<String> done) {
        for (String name : FIRST) {
            JsonNode first = object.get(name);
            if (first != null && !member(name, first)) {
                return false;
            }
        }
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String name = member.getKey();
            if (!done.contains(name) && !FIRST.contains(name) && !member(name, member.getValue())) {
                return false;
            }
        }
        return true;
    }

    private boolean member(String name, JsonNode value) {
        if (name.charAt(0) == '_') {
            return false; // extensions of primitive values stand inside them
        }
        if (!value.isArray()) {
            return element(name, value);
        }
        for (JsonNode one : value) {
            if (!element(name, one)) {
                return false;
            }
        }
        return true;
    }

    private boolean element(String name, JsonNode node) {
        if (!node.isObject()) {
            return !node.isNull() && value(name, node);
        }
        if (node.has("resourceType")) {
            xml.append('<').append(name).append('>');
            boolean written = resource(node);
            xml.append("</").append(name).append('>');
            return written;
        }
        xml.append('<').append(name);
        boolean isExtension = FIRST.contains(name);
        attribute("id", node.get("id"));
        if (isExtension) {
            attribute("url", node.get("url"));
        }
        xml.append('>');
        boolean written = children(node, isExtension ? Set.of("id", "url") : Set.of("id"));
        xml.append("</").append(name).append('>');
        return written;
    }

    private boolean value(String name, JsonNode value) {
        xml.append('<').append(name);
        attribute("value", value);
        xml.append("/>");
        return true;
    }

    private void attribute(String name, @Nullable JsonNode value) {
        if (value == null) {
            return;
        }
        xml.append(' ').append(name).append("=\"");
        String text = value.asText();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '"' -> xml.append("&quot;");
                case '\n' -> xml.append("&#xa;");
                case '\r' -> xml.append("&#xd;");
                case '\t' -> xml.append("&#x9;");
                default -> xml.append(c < ' ' ? ' ' : c); // XML has no other control characters
            }
        }
        xml.append('"');
    }
}
