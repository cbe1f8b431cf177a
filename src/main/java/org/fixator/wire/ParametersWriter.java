package org.fixator.wire;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.fixator.coding.Coding;
import org.jspecify.annotations.Nullable;

/** Writes a Parameters resource. A {@code null} value leaves the parameter out. */
public final class ParametersWriter {

    private static final byte[] RESOURCE =
            "{\"resourceType\":\"Parameters\",\"parameter\":".getBytes(StandardCharsets.UTF_8);

    private final JsonBytes json;

    private ParametersWriter(JsonBytes json) {
        this.json = json;
    }

    /** The bytes of a Parameters resource. */
    public static byte[] write(Consumer<ParametersWriter> parameters) {
        JsonBytes json = JsonBytes.begin();
        write(json, parameters);
        return json.finish();
    }

    /** A Parameters resource as an answer. */
    static OperationAnswer answer(Consumer<ParametersWriter> parameters) {
        JsonBytes json = JsonBytes.begin();
        write(json, parameters);
        return new OperationAnswer(200, json);
    }

    /** A Parameters resource as part of something larger. */
    static void write(JsonBytes json, Consumer<ParametersWriter> parameters) {
        parameters.accept(begin(json));
        json.endArray().endObject();
    }

    /** The beginning of a Parameters resource; {@link #end} is its end. */
    static ParametersWriter begin(JsonBytes json) {
        json.start(RESOURCE).array();
        return new ParametersWriter(json);
    }

    void end() {
        json.endArray().endObject();
    }

    public ParametersWriter string(String name, @Nullable String value) {
        return text(name, "valueString", value);
    }

    public ParametersWriter code(String name, @Nullable String value) {
        return text(name, "valueCode", value);
    }

    public ParametersWriter uri(String name, @Nullable String value) {
        return text(name, "valueUri", value);
    }

    public ParametersWriter canonical(String name, @Nullable String value) {
        return text(name, "valueCanonical", value);
    }

    private ParametersWriter text(String name, String element, @Nullable String value) {
        if (value != null) {
            json.start(ParameterStarts.of(name, element)).value(value).endObject();
        }
        return this;
    }

    /** A whole number. */
    public ParametersWriter integer(String name, long value) {
        return primitive(name, "valueInteger", Long.toString(value));
    }

    public ParametersWriter bool(String name, @Nullable Boolean value) {
        if (value != null) {
            json.start(ParameterStarts.of(name, "valueBoolean"))
                    .value(value.booleanValue())
                    .endObject();
        }
        return this;
    }

    /** @param element the member, such as {@code valueDate}; the value in its lexical form */
    public ParametersWriter primitive(String name, String element, @Nullable String value) {
        if (value == null) {
            return this;
        }
        return switch (element) {
            case "valueInteger", "valuePositiveInt", "valueUnsignedInt", "valueDecimal" -> {
                json.object().member("name", name);
                FhirJson.value(json, element, value);
                json.endObject();
                yield this;
            }
            case "valueBoolean" ->
                value.equals("true") || value.equals("false")
                        ? bool(name, value.equals("true"))
                        : text(name, "valueString", value);
            default -> text(name, element, value);
        };
    }

    ParametersWriter coding(String name, @Nullable Coding value) {
        if (value != null) {
            json.start(ParameterStarts.of(name, "valueCoding"));
            FhirJson.coding(json, value);
            json.endObject();
        }
        return this;
    }

    /** A parameter whose value, resource or whatever the member names, is written by the argument. */
    ParametersWriter complex(String name, String member, Consumer<JsonBytes> value) {
        json.start(ParameterStarts.of(name, member));
        value.accept(json);
        json.endObject();
        return this;
    }

    /** A parameter that consists of parts. */
    public ParametersWriter parts(String name, Consumer<ParametersWriter> parts) {
        beginParts(name);
        parts.accept(this);
        return endParts();
    }

    /** What follows, up to {@link #endParts}, is a part of this parameter. */
    ParametersWriter beginParts(String name) {
        json.start(ParameterStarts.of(name, "part")).array();
        return this;
    }

    ParametersWriter endParts() {
        json.endArray().endObject();
        return this;
    }

    /** The JSON in which the next value is written, after {@link #beginComplex}. */
    JsonBytes beginComplex(String name, String member) {
        return json.start(ParameterStarts.of(name, member));
    }

    ParametersWriter endComplex() {
        json.endObject();
        return this;
    }
}
