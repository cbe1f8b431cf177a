package org.fixator.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Parameters resource of the form that nearly all clients send, read in one pass and without a tree: each parameter has
 * a name and one value, a primitive one, a Coding or a CodeableConcept; or it holds Parameters of that form. Whatever is
 * of another form, wrong or only unusual, is left to {@link Json#parse}, which can say what is the matter.
 */
final class FlatParameters {

    private final List<Parameter> parameters;

    private FlatParameters(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    /**
     * @param element the member with the value, {@code valueCode}, or {@code resource}
     * @param token what JSON has there
     * @param text a primitive value
     * @param object a value that is an object
     * @param resource the Parameters that it holds
     */
    record Parameter(
            String name,
            String element,
            JsonToken token,
            @Nullable String text,
            @Nullable ObjectNode object,
            @Nullable FlatParameters resource) {

        private Parameter named(String given) {
            return new Parameter(given, element, token, text, object, resource);
        }
    }

    List<Parameter> parameters() {
        return parameters;
    }

    /** {@code null} where the bytes are anything else. */
    static @Nullable FlatParameters read(byte[] utf8) {
        try (JsonParser json = Json.FACTORY.createParser(utf8)) {
            FlatParameters read = json.nextToken() == JsonToken.START_OBJECT ? resource(json, true) : null;
            return read == null || json.nextToken() != null ? null : read;
        } catch (IOException e) {
            return null;
        }
    }

    /** The resource whose opening brace has been read. */
    private static @Nullable FlatParameters resource(JsonParser json, boolean mayHoldOthers) throws IOException {
        List<Parameter> parameters = null;
        boolean typed = false;
        for (String member = json.nextFieldName(); member != null; member = json.nextFieldName()) {
            JsonToken token = json.nextToken();
            if (member.equals("resourceType") && !typed && token == JsonToken.VALUE_STRING) {
                if (!json.getText().equals("Parameters")) {
                    return null;
                }
                typed = true;
            } else if (member.equals("parameter") && parameters == null && token == JsonToken.START_ARRAY) {
                parameters = parameters(json, mayHoldOthers);
                if (parameters == null) {
                    return null;
                }
            } else {
                return null;
            }
        }
        if (!typed || json.currentToken() != JsonToken.END_OBJECT) {
            return null;
        }
        return new FlatParameters(parameters == null ? List.of() : parameters);
    }

    private static @Nullable List<Parameter> parameters(JsonParser json, boolean mayHoldOthers) throws IOException {
        List<Parameter> parameters = new ArrayList<>(4);
        JsonToken token = json.nextToken();
        for (; token == JsonToken.START_OBJECT; token = json.nextToken()) {
            Parameter parameter = parameter(json, mayHoldOthers);
            if (parameter == null) {
                return null;
            }
            parameters.add(parameter);
        }
        return token == JsonToken.END_ARRAY ? parameters : null;
    }

    private static @Nullable Parameter parameter(JsonParser json, boolean mayHoldOthers) throws IOException {
        String name = null;
        Parameter value = null;
        for (String member = json.nextFieldName(); member != null; member = json.nextFieldName()) {
            JsonToken token = json.nextToken();
            if (member.equals("name") && name == null && token == JsonToken.VALUE_STRING) {
                name = json.getText();
            } else if (value == null) {
                value = value(json, name == null ? "" : name, member, token, mayHoldOthers);
                if (value == null) {
                    return null;
                }
            } else {
                return null;
            }
        }
        if (name == null || name.isEmpty() || value == null || json.currentToken() != JsonToken.END_OBJECT) {
            return null;
        }
        return value.name.isEmpty() ? value.named(name) : value;
    }

    /** The value that the parser stands at; {@code name} is empty where it comes later. */
    private static @Nullable Parameter value(
            JsonParser json, String name, String element, JsonToken token, boolean mayHoldOthers) throws IOException {
        if (element.equals("resource")) {
            FlatParameters held = mayHoldOthers && token == JsonToken.START_OBJECT ? resource(json, false) : null;
            return held == null ? null : new Parameter(name, element, token, null, null, held);
        }
        if (!element.startsWith("value") || element.length() == 5 || !Character.isUpperCase(element.charAt(5))) {
            return null;
        }
        return switch (token) {
            case VALUE_STRING, VALUE_TRUE, VALUE_FALSE ->
                new Parameter(name, element, token, json.getText(), null, null);
            case VALUE_NUMBER_INT -> {
                String digits = json.getText();
                yield digits.equals("-0") ? null : new Parameter(name, element, token, digits, null, null);
            }
            case START_OBJECT ->
                Json.tree(json) instanceof ObjectNode object
                        ? new Parameter(name, element, token, null, object, null)
                        : null;
            default -> null;
        };
    }
}
