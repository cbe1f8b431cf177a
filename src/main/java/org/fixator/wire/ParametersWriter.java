package org.fixator.wire;

import java.util.function.Consumer;
import org.fixator.coding.Coding;
import org.jspecify.annotations.Nullable;

/** Writes a Parameters resource. A {@code null} value leaves the parameter out. */
public final class ParametersWriter {

    private final JsonBytes json;

    private ParametersWriter(JsonBytes json) {
        this.json = json;
    }

    /** The bytes of a Parameters resource. */
    public static byte[] write(Consumer<ParametersWriter> parameters) {
        JsonBytes json = new JsonBytes(1024);
        write(json, parameters);
        return json.bytes();
    }

    /** A Parameters resource as part of something larger. */
    static void write(JsonBytes json, Consumer<ParametersWriter> parameters) {
        json.object().member("resourceType", "Parameters").name("parameter").array();
        parameters.accept(new ParametersWriter(json));
        json.endArray().endObject();
    }

    public ParametersWriter string(String name, @Nullable String value) {
        return primitive(name, "valueString", value);
    }

    public ParametersWriter code(String name, @Nullable String value) {
        return primitive(name, "valueCode", value);
    }

    public ParametersWriter uri(String name, @Nullable String value) {
        return primitive(name, "valueUri", value);
    }

    public ParametersWriter canonical(String name, @Nullable String value) {
        return primitive(name, "valueCanonical", value);
    }

    /** A whole number. */
    public ParametersWriter integer(String name, long value) {
        return primitive(name, "valueInteger", Long.toString(value));
    }

    public ParametersWriter bool(String name, @Nullable Boolean value) {
        return primitive(name, "valueBoolean", value == null ? null : value.toString());
    }

    /** @param element the member, such as {@code valueDate}; the value in its lexical form */
    public ParametersWriter primitive(String name, String element, @Nullable String value) {
        if (value != null) {
            json.object().member("name", name);
            FhirJson.value(json, element, value);
            json.endObject();
        }
        return this;
    }

    ParametersWriter coding(String name, @Nullable Coding value) {
        return value == null ? this : complex(name, "valueCoding", out -> FhirJson.coding(out, value));
    }

    /** A parameter whose value, resource or whatever the member names, is written by the argument. */
    ParametersWriter complex(String name, String member, Consumer<JsonBytes> value) {
        json.object().member("name", name).name(member);
        value.accept(json);
        json.endObject();
        return this;
    }

    /** A parameter that consists of parts. */
    public ParametersWriter parts(String name, Consumer<ParametersWriter> parts) {
        json.object().member("name", name).name("part").array();
        parts.accept(this);
        json.endArray().endObject();
        return this;
    }
}
