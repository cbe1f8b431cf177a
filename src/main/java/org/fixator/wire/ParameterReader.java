package org.fixator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value of one parameter as what its table says that it holds. Liberal in the primitive type: a
 * {@code valueString} is as good as a {@code valueCode}, a {@code valueString} {@code true} as good as a
 * {@code valueBoolean}.
 */
final class ParameterReader {

    private static final Set<String> TEXT = Set.of(
            "valueString",
            "valueCode",
            "valueUri",
            "valueUrl",
            "valueCanonical",
            "valueId",
            "valueOid",
            "valueUuid",
            "valueMarkdown",
            "valueDate",
            "valueDateTime",
            "valueInstant");

    private static final Set<String> NUMBER =
            Set.of("valueInteger", "valuePositiveInt", "valueUnsignedInt", "valueInteger64", "valueDecimal");

    /** A sign and ten digits. */
    private static final int LONGEST_INTEGER = 11;

    private ParameterReader() {}

    /** The value of {@code Parameters.parameter}; {@code null} where it is an empty string. */
    static @Nullable ParameterValue body(ParameterDefinition definition, Element parameter) {
        String given = parameter.required("name");
        return switch (definition.kind()) {
            case RESOURCE -> new ParameterValue(given, null, resource(definition, given, parameter));
            case PARTS -> new ParameterValue(given, null, parts(definition, given, parameter));
            case CODING -> new ParameterValue(given, null, complex(definition, given, parameter, "valueCoding"));
            case CODEABLE_CONCEPT ->
                new ParameterValue(given, null, complex(definition, given, parameter, "valueCodeableConcept"));
            default -> primitive(definition, given, parameter);
        };
    }

    /** The value of a parameter in the URL; {@code null} where it is empty. */
    static @Nullable ParameterValue query(ParameterDefinition definition, String given, String text) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (definition.kind()) {
            case CODING -> new ParameterValue(given, null, token(text));
            case CODEABLE_CONCEPT, RESOURCE, PARTS ->
                throw value(given, "in the URL", definition.kind().expected() + " in the body of a POST");
            default -> new ParameterValue(given, checked(definition, given, text), null);
        };
    }

    /** {@code system|code} or {@code code}, as a search writes a Coding. */
    private static ObjectNode token(String text) {
        ObjectNode coding = JsonNodeFactory.instance.objectNode();
        int bar = text.lastIndexOf('|');
        if (bar > 0) {
            coding.put("system", text.substring(0, bar));
        }
        return coding.put("code", text.substring(bar + 1));
    }

    /** Whether a parameter that was read without a tree is of the kind that it should be. */
    static boolean fits(ParameterDefinition definition, FlatParameters.Parameter parameter) {
        return switch (definition.kind()) {
            case RESOURCE ->
                parameter.resource() != null && definition.resourceTypes().contains("Parameters");
            case PARTS -> false;
            case CODING -> isObject(parameter, "valueCoding");
            case CODEABLE_CONCEPT -> isObject(parameter, "valueCodeableConcept");
            default ->
                switch (parameter.token()) {
                    case VALUE_STRING -> TEXT.contains(parameter.element());
                    case VALUE_NUMBER_INT ->
                        NUMBER.contains(parameter.element()) && definition.kind() != ParameterKind.BOOLEAN;
                    case VALUE_TRUE, VALUE_FALSE ->
                        parameter.element().equals("valueBoolean") && definition.kind() == ParameterKind.BOOLEAN;
                    default -> false;
                };
        };
    }

    private static boolean isObject(FlatParameters.Parameter parameter, String element) {
        ObjectNode object = parameter.object();
        return object != null && !object.isEmpty() && parameter.element().equals(element);
    }

    /** The value of a parameter that {@link #fits}; {@code null} where it is an empty string. */
    static @Nullable ParameterValue flat(ParameterDefinition definition, FlatParameters.Parameter parameter) {
        String text = parameter.text();
        if (text == null) {
            return new ParameterValue(parameter.name(), null, parameter.object(), parameter.resource());
        }
        return text.isEmpty()
                ? null
                : new ParameterValue(parameter.name(), checked(definition, parameter.name(), text), null);
    }

    private static @Nullable ParameterValue primitive(ParameterDefinition definition, String given, Element parameter) {
        Map.Entry<String, JsonNode> choice = choice(definition, given, parameter);
        JsonNode node = choice.getValue();
        String element = choice.getKey();
        boolean fits = TEXT.contains(element)
                ? node.isTextual()
                : NUMBER.contains(element)
                        ? node.isNumber() && definition.kind() != ParameterKind.BOOLEAN
                        : element.equals("valueBoolean")
                                && node.isBoolean()
                                && definition.kind() == ParameterKind.BOOLEAN;
        if (!fits) {
            throw value(
                    given,
                    "a " + element + " with " + Json.kind(node),
                    definition.kind().expected());
        }
        String text = node.asText();
        return text.isEmpty() ? null : new ParameterValue(given, checked(definition, given, text), null);
    }

    private static String checked(ParameterDefinition definition, String given, String text) {
        boolean fits =
                switch (definition.kind()) {
                    case BOOLEAN -> text.equals("true") || text.equals("false");
                    case INTEGER -> isInteger(text);
                    default -> true;
                };
        if (!fits) {
            throw value(given, "'" + text + "'", definition.kind().expected());
        }
        return text;
    }

    /** Whether it is a FHIR integer, of 32 bits. */
    private static boolean isInteger(String text) {
        if (text.length() > LONGEST_INTEGER || !hasOnlyDigits(text, isSign(text.charAt(0)) ? 1 : 0)) {
            return false;
        }
        long value = Long.parseLong(text);
        return value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE;
    }

    private static boolean isSign(char c) {
        return c == '-' || c == '+';
    }

    /** Whether digits of ASCII follow, at least one and at most ten. */
    private static boolean hasOnlyDigits(String text, int from) {
        int digits = text.length() - from;
        boolean all = digits > 0 && digits < LONGEST_INTEGER;
        for (int i = from; all && i < text.length(); i++) {
            all = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return all;
    }

    private static ObjectNode complex(ParameterDefinition definition, String given, Element parameter, String element) {
        Map.Entry<String, JsonNode> choice = choice(definition, given, parameter);
        if (!choice.getKey().equals(element) || !(choice.getValue() instanceof ObjectNode object)) {
            String found = "a " + choice.getKey() + " with " + Json.kind(choice.getValue());
            throw value(given, found, definition.kind().expected());
        }
        if (object.isEmpty()) {
            throw value(given, "an empty object", definition.kind().expected());
        }
        return object;
    }

    private static ObjectNode resource(ParameterDefinition definition, String given, Element parameter) {
        Element resource = parameter.child("resource");
        if (resource == null) {
            throw value(given, "without a resource", "a resource of type " + types(definition));
        }
        String type = Resources.type(resource.node());
        if (!definition.resourceTypes().contains(type)) {
            throw value(given, "a resource of type " + type, "a resource of type " + types(definition));
        }
        return resource.node();
    }

    private static String types(ParameterDefinition definition) {
        return String.join(", ", definition.resourceTypes());
    }

    private static ObjectNode parts(ParameterDefinition definition, String given, Element parameter) {
        if (parameter.list("part").isEmpty()) {
            throw value(given, "without parts", definition.kind().expected());
        }
        return parameter.node();
    }

    private static Map.Entry<String, JsonNode> choice(ParameterDefinition definition, String given, Element parameter) {
        Map.Entry<String, JsonNode> choice = parameter.choice("value");
        if (choice == null) {
            String found =
                    parameter.has("resource") ? "a resource" : parameter.has("part") ? "a list of parts" : "empty";
            throw value(given, found, definition.kind().expected());
        }
        return choice;
    }

    static TerminologyException value(String name, String found, String expected) {
        return new TerminologyException(WireMessages.parameterValue(name, found, expected));
    }
}
