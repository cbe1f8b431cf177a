package org.fixator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.fixator.coding.Canonical;
import org.jspecify.annotations.Nullable;

/**
 * Adds to an answer where it comes from: a parameter {@code provenance} for each code system and map that the answer
 * names, in an expansion one expansion parameter each. Asked for rarely, so it reads the answer that is already written.
 */
public final class ProvenanceCodec {

    private static final String NONE = "none: stored as a resource, or part of the server";

    private ProvenanceCodec() {}

    /** @param origins where a code system or map comes from */
    public static OperationAnswer add(OperationAnswer answer, Function<Canonical, Origin> origins) {
        if (answer.status() != 200) {
            return answer;
        }
        ObjectNode resource = Json.parse(answer.json());
        if (resource.path("resourceType").asText().equals("ValueSet")) {
            expansion(resource, origins);
        } else {
            parameters(resource, origins);
        }
        return new OperationAnswer(200, resource.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void parameters(ObjectNode resource, Function<Canonical, Origin> origins) {
        Set<Canonical> used = new LinkedHashSet<>();
        String system = null;
        String version = null;
        for (JsonNode parameter : resource.path("parameter")) {
            switch (parameter.path("name").asText()) {
                case "system" -> system = parameter.path("valueUri").asText();
                case "version" -> version = parameter.path("valueString").asText();
                case "used-supplement" ->
                    used.add(Canonical.parse(parameter.path("valueCanonical").asText()));
                case "match" -> match(parameter, used);
                default -> {
                    // says nothing of where the answer comes from
                }
            }
        }
        if (system != null) {
            used.add(new Canonical(system, version));
        }
        ArrayNode parameters = resource.withArray("parameter");
        used.forEach(canonical -> {
            ObjectNode parameter = parameters.addObject().put("name", "provenance");
            parts(parameter.putArray("part"), origins.apply(canonical));
        });
    }

    /** R4 calls the map {@code source}, R5 {@code originMap}. */
    private static void match(JsonNode match, Set<Canonical> used) {
        for (JsonNode part : match.path("part")) {
            String name = part.path("name").asText();
            if (name.equals("source") || name.equals("originMap")) {
                String canonical =
                        part.path("valueUri").asText(part.path("valueCanonical").asText());
                if (!canonical.isEmpty()) { // R5's source is a Coding
                    used.add(Canonical.parse(canonical));
                }
            }
        }
    }

    private static void parts(ArrayNode parts, Origin origin) {
        value(parts, "system", "valueUri", origin.canonical().url());
        value(parts, "version", "valueString", origin.canonical().version());
        value(parts, "release", "valueString", origin.release() == null ? NONE : origin.release());
        value(parts, "title", "valueString", origin.title());
        value(parts, "licence", "valueString", origin.licence());
        value(parts, "job", "valueString", origin.job());
        value(parts, "imported", "valueInstant", origin.imported());
        for (Origin.File file : origin.files()) {
            ArrayNode inner = parts.addObject().put("name", "file").putArray("part");
            value(inner, "name", "valueString", file.name());
            value(inner, "sha256", "valueString", file.sha256());
        }
    }

    private static void value(ArrayNode parts, String name, String element, @Nullable String value) {
        if (value != null) {
            parts.addObject().put("name", name).put(element, value);
        }
    }

    /** An expansion's parameters hold one value each, so everything goes into one line. */
    private static void expansion(ObjectNode valueSet, Function<Canonical, Origin> origins) {
        ArrayNode parameters = valueSet.withObject("/expansion").withArray("parameter");
        Set<Canonical> used = new LinkedHashSet<>();
        for (JsonNode parameter : parameters) {
            String name = parameter.path("name").asText();
            if (name.equals("used-codesystem") || name.equals("used-supplement")) {
                used.add(Canonical.parse(parameter
                        .path("valueUri")
                        .asText(parameter.path("valueCanonical").asText())));
            }
        }
        used.forEach(canonical ->
                parameters.addObject().put("name", "provenance").put("valueString", line(origins.apply(canonical))));
    }

    private static String line(Origin origin) {
        StringBuilder line = new StringBuilder(origin.canonical().toString());
        if (origin.release() == null) {
            return line.append(": " + NONE).toString();
        }
        line.append(": release ").append(origin.release());
        for (Origin.File file : origin.files()) {
            line.append(", file ").append(file.name()).append(" sha256:").append(file.sha256());
        }
        return line.append(", import ")
                .append(origin.job())
                .append(", licence ")
                .append(origin.licence())
                .toString();
    }
}
