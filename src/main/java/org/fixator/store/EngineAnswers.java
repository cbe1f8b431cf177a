package org.fixator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fixator.catalog.Catalog;
import org.fixator.coding.Canonical;
import org.fixator.coding.FhirVersion;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.OperationCall;
import org.fixator.wire.Operations;
import org.jspecify.annotations.Nullable;

/**
 * Answers what HAPI asks during {@code $validate} and searches by code, by asking the same operations that clients ask:
 * a resource is judged by the same answers that a client would get.
 */
public final class EngineAnswers implements TerminologyAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Operations operations;
    private final Catalog catalog;

    public EngineAnswers(Operations operations, Catalog catalog) {
        this.operations = operations;
        this.catalog = catalog;
    }

    @Override
    public boolean knowsSystem(String system) {
        Canonical canonical = Canonical.parse(system);
        return catalog.current().codeSystems().find(canonical.url(), canonical.version()) != null;
    }

    @Override
    public boolean knowsValueSet(String url) {
        Canonical canonical = Canonical.parse(url);
        return catalog.current().valueSets().find(canonical.url(), canonical.version()) != null;
    }

    @Override
    public CodeAnswer validateCode(String system, String code, @Nullable String display) {
        ObjectNode in = parameters();
        add(in, "url", "valueUri", system);
        add(in, "code", "valueCode", code);
        add(in, "display", "valueString", display);
        return verdict(call("$validate-code", "CodeSystem", in));
    }

    @Override
    public CodeAnswer validateCodeInValueSet(
            @Nullable String system, String code, @Nullable String display, ValueSetAsked valueSet) {
        ObjectNode in = parameters();
        add(in, valueSet);
        add(in, "system", "valueUri", system);
        add(in, "code", "valueCode", code);
        add(in, "display", "valueString", display);
        return verdict(call("$validate-code", "ValueSet", in));
    }

    @Override
    public Optional<Concept> lookup(String system, String code, @Nullable String displayLanguage) {
        ObjectNode in = parameters();
        add(in, "system", "valueUri", system);
        add(in, "code", "valueCode", code);
        add(in, "displayLanguage", "valueCode", displayLanguage);
        OperationAnswer answer = call("$lookup", "CodeSystem", in);
        if (answer.status() != 200) {
            return Optional.empty();
        }
        JsonNode out = read(answer);
        return Optional.of(
                new Concept(system, text(out, "version", "valueString"), code, text(out, "display", "valueString")));
    }

    @Override
    public List<Concept> expand(ValueSetAsked valueSet, int limit) {
        ObjectNode in = parameters();
        add(in, valueSet);
        return expansion(in, limit);
    }

    @Override
    public List<Concept> codesBelow(String system, String code) {
        return filtered(system, "is-a", code);
    }

    @Override
    public List<Concept> codesAbove(String system, String code) {
        return filtered(system, "generalizes", code);
    }

    private List<Concept> filtered(String system, String operator, String code) {
        ObjectNode valueSet =
                JSON.createObjectNode().put("resourceType", "ValueSet").put("status", "active");
        ObjectNode include = valueSet.putObject("compose").putArray("include").addObject();
        include.put("system", system);
        include.putArray("filter")
                .addObject()
                .put("property", "concept")
                .put("op", operator)
                .put("value", code);
        ObjectNode in = parameters();
        ((ArrayNode) in.get("parameter")).addObject().put("name", "valueSet").set("resource", valueSet);
        return expansion(in, Integer.MAX_VALUE);
    }

    private List<Concept> expansion(ObjectNode in, int limit) {
        add(in, "excludeNested", true);
        if (limit < Integer.MAX_VALUE) {
            ((ArrayNode) in.get("parameter")).addObject().put("name", "count").put("valueInteger", limit + 1);
        }
        OperationAnswer answer = call("$expand", "ValueSet", in);
        JsonNode out = read(answer);
        if (answer.status() != 200) {
            throw new TooManyCodes(message(out));
        }
        List<Concept> concepts = new ArrayList<>();
        for (JsonNode entry : out.path("expansion").path("contains")) {
            concepts.add(new Concept(
                    entry.path("system").asText(),
                    entry.hasNonNull("version") ? entry.path("version").asText() : null,
                    entry.path("code").asText(),
                    entry.hasNonNull("display") ? entry.path("display").asText() : null));
        }
        if (concepts.size() > limit) {
            throw new TooManyCodes("The value set has more than " + limit + " codes");
        }
        return concepts;
    }

    private CodeAnswer verdict(OperationAnswer answer) {
        JsonNode out = read(answer);
        if (answer.status() != 200) {
            return new CodeAnswer(false, message(out), null, null);
        }
        boolean valid = parameter(out, "result").path("valueBoolean").asBoolean();
        return new CodeAnswer(
                valid,
                text(out, "message", "valueString"),
                text(out, "display", "valueString"),
                text(out, "version", "valueString"));
    }

    private OperationAnswer call(String operation, String type, ObjectNode parameters) {
        try {
            return operations.answer(new OperationCall(
                    operation,
                    type,
                    null,
                    FhirVersion.R4,
                    Map.of(),
                    JSON.writeValueAsBytes(parameters),
                    null,
                    null,
                    null,
                    false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode parameters() {
        ObjectNode parameters = JSON.createObjectNode().put("resourceType", "Parameters");
        parameters.putArray("parameter");
        return parameters;
    }

    private static void add(ObjectNode parameters, String name, String element, @Nullable String value) {
        if (value != null) {
            ((ArrayNode) parameters.get("parameter"))
                    .addObject()
                    .put("name", name)
                    .put(element, value);
        }
    }

    private static void add(ObjectNode parameters, String name, boolean value) {
        ((ArrayNode) parameters.get("parameter")).addObject().put("name", name).put("valueBoolean", value);
    }

    private static void add(ObjectNode parameters, ValueSetAsked valueSet) {
        byte[] json = valueSet.json();
        if (json == null) {
            add(parameters, "url", "valueUri", valueSet.url());
            return;
        }
        try {
            ((ArrayNode) parameters.get("parameter"))
                    .addObject()
                    .put("name", "valueSet")
                    .set("resource", JSON.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(OperationAnswer answer) {
        try {
            return JSON.readTree(answer.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String message(JsonNode outcome) {
        JsonNode issue = outcome.path("issue").path(0);
        String text = issue.path("details").path("text").asText();
        return text.isEmpty() ? issue.path("diagnostics").asText() : text;
    }

    private static JsonNode parameter(JsonNode parameters, String name) {
        for (JsonNode parameter : parameters.path("parameter")) {
            if (parameter.path("name").asText().equals(name)) {
                return parameter;
            }
        }
        return JSON.missingNode();
    }

    private static @Nullable String text(JsonNode parameters, String name, String element) {
        JsonNode value = parameter(parameters, name).path(element);
        return value.isMissingNode() ? null : value.asText();
    }
}
