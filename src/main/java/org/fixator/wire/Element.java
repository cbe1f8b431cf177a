package org.fixator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.coding.Extension;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;
import org.jspecify.annotations.Nullable;

/**
 * One element of a FHIR resource in JSON that knows where it stands, so that errors can name it:
 * {@code ValueSet.compose.include[0].system}. Absent elements are {@code null}; JSON's {@code null} counts as absent. A
 * value of the wrong JSON type is a {@link TerminologyException} (400).
 *
 * @param node the element
 * @param parent the element that holds it; {@code null} for a resource
 * @param name its name there; of a resource, the type
 * @param index its number in an array; -1 where it is in none
 */
record Element(ObjectNode node, @Nullable Element parent, String name, int index) {

    static Element of(ObjectNode resource) {
        return new Element(resource, null, resource.path("resourceType").asText("resource"), -1);
    }

    /** The FHIRPath of this element. */
    String path() {
        String own = index < 0 ? name : name + "[" + index + "]";
        return parent == null ? own : parent.path() + "." + own;
    }

    /** The FHIRPath of a member. */
    String path(String member) {
        return path() + "." + member;
    }

    boolean has(String member) {
        JsonNode value = node.get(member);
        return value != null && !value.isNull();
    }

    @Nullable
    String string(String member) {
        JsonNode value = node.get(member);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw wrongType(member, "a string", value);
        }
        return value.textValue();
    }

    String required(String member) {
        String value = string(member);
        if (value == null || value.isEmpty()) {
            throw new TerminologyException(WireMessages.missingElement(path(member)));
        }
        return value;
    }

    /** A string that counts as absent when it is empty. */
    @Nullable
    String nonEmpty(String member) {
        String value = string(member);
        return value == null || value.isEmpty() ? null : value;
    }

    @Nullable
    Boolean bool(String member) {
        JsonNode value = node.get(member);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            throw wrongType(member, "true or false", value);
        }
        return value.booleanValue();
    }

    boolean flag(String member) {
        return Boolean.TRUE.equals(bool(member));
    }

    @Nullable
    Integer integer(String member) {
        JsonNode value = node.get(member);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw wrongType(member, "an integer", value);
        }
        return value.intValue();
    }

    @Nullable
    Element child(String member) {
        JsonNode value = node.get(member);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value instanceof ObjectNode object) {
            return new Element(object, this, member, -1);
        }
        throw wrongType(member, "an object", value);
    }

    /** The objects of an array; empty where the array is absent. */
    List<Element> list(String member) {
        List<Element> elements = new ArrayList<>();
        for (JsonNode value : array(member)) {
            if (!(value instanceof ObjectNode object)) {
                throw wrongType(member + "[" + elements.size() + "]", "an object", value);
            }
            elements.add(new Element(object, this, member, elements.size()));
        }
        return elements;
    }

    /** Each object of an array as something else. */
    <T> List<T> map(String member, Function<Element, T> reader) {
        return list(member).stream().map(reader).toList();
    }

    /** The strings of an array; empty where the array is absent. */
    List<String> strings(String member) {
        List<String> strings = new ArrayList<>();
        for (JsonNode value : array(member)) {
            if (value.isTextual()) {
                strings.add(value.textValue());
            } else if (!value.isNull()) { // null holds the place of an extension
                throw wrongType(member + "[" + strings.size() + "]", "a string", value);
            }
        }
        return strings;
    }

    List<Canonical> canonicals(String member) {
        return strings(member).stream().map(Canonical::parse).toList();
    }

    /** The member that carries a choice such as {@code value[x]}: its full name and its value. */
    Map.@Nullable Entry<String, JsonNode> choice(String prefix) {
        Map.Entry<String, JsonNode> found = null;
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String key = member.getKey();
            if (key.startsWith(prefix)
                    && key.length() > prefix.length()
                    && Character.isUpperCase(key.charAt(prefix.length()))) {
                if (found != null) {
                    throw new TerminologyException(
                            WireMessages.choiceRepeated(path(prefix + "[x]"), found.getKey(), key));
                }
                found = member;
            }
        }
        return found;
    }

    /** A choice of primitive types as text. */
    @Nullable
    String primitive(String prefix) {
        Map.Entry<String, JsonNode> choice = choice(prefix);
        if (choice == null) {
            return null;
        }
        if (choice.getValue().isContainerNode()) {
            throw wrongType(choice.getKey(), "a primitive value", choice.getValue());
        }
        return choice.getValue().asText();
    }

    /** This element as a Coding. */
    Coding coding() {
        return new Coding(nonEmpty("system"), nonEmpty("version"), nonEmpty("code"), string("display"));
    }

    List<Extension> extensions() {
        return has("extension") ? map("extension", Element::extension) : List.of();
    }

    /** The extensions with a url, as elements. */
    List<Element> extensions(String url) {
        return extensions("extension", url);
    }

    private List<Element> extensions(String member, String url) {
        return list(member).stream()
                .filter(extension -> url.equals(extension.string("url")))
                .toList();
    }

    /** The value of the first extension with a url, as text. */
    @Nullable
    String extensionValue(String url) {
        if (!has("extension")) {
            return null;
        }
        for (Element extension : extensions(url)) {
            return extension.primitive("value");
        }
        return null;
    }

    /** As {@link #extensionValue}, of an extension that may change the meaning of its element. */
    @Nullable
    String modifierExtensionValue(String url) {
        for (Element extension : extensions("modifierExtension", url)) {
            return extension.primitive("value");
        }
        return null;
    }

    TerminologyException wrongType(String member, String expected, JsonNode found) {
        return new TerminologyException(WireMessages.wrongType(path(member), expected, Json.kind(found)));
    }

    private Extension extension() {
        Map.Entry<String, JsonNode> value = choice("value");
        boolean primitive = value != null && !value.getValue().isContainerNode();
        return new Extension(
                required("url"), primitive && value != null ? value.getValue().asText() : null, node.toString());
    }

    private Iterable<JsonNode> array(String member) {
        JsonNode value = node.get(member);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrongType(member, "an array", value);
        }
        return value;
    }
}
