package org.fixator.content;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The resources in {@code fhir-resources}, as JSON trees. */
final class Content {
    static final Path FOLDER = Path.of("fhir-resources");
    static final String BASE = "https://fixator.example.org/fhir/";
    static final String SOURCE = BASE + "CodeSystem/source-cpt-20697";
    static final String CPT = "http://www.ama-assn.org/go/cpt";
    static final String HCPCS = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";
    static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";
    static final String NUCC = "http://nucc.org/provider-taxonomy";
    static final String POS = "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set";

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true);
    private static final List<Resource> ALL = readAll();

    private Content() {}

    /** One resource and the file it is in. */
    record Resource(Path file, JsonNode json) {
        String type() {
            return json.path("resourceType").asText();
        }

        String id() {
            return json.path("id").asText();
        }

        String url() {
            return json.path("url").asText();
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }

    static List<Resource> all() {
        return ALL;
    }

    static List<Resource> all(String type) {
        return ALL.stream().filter(resource -> resource.type().equals(type)).toList();
    }

    /** The resource with this canonical URL. */
    static JsonNode byUrl(String url) {
        return ALL.stream()
                .filter(resource -> resource.url().equals(url))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no resource has the URL " + url))
                .json();
    }

    /** The concepts of the code system, those of all levels, by code. */
    static Map<String, JsonNode> concepts(String url) {
        return concepts(byUrl(url));
    }

    static Map<String, JsonNode> concepts(JsonNode codeSystem) {
        Map<String, JsonNode> concepts = new LinkedHashMap<>();
        collect(codeSystem, concepts);
        return concepts;
    }

    /** The parent of each concept that has one, by code. */
    static Map<String, String> parents(String url) {
        Map<String, String> parents = new LinkedHashMap<>();
        concepts(url).forEach((code, concept) -> concept.path("concept")
                .forEach(child -> parents.put(child.path("code").asText(), code)));
        return parents;
    }

    /** The display of a code, which must exist. */
    static String display(String system, String code) {
        JsonNode concept = concepts(system).get(code);
        if (concept == null) {
            throw new AssertionError(system + " has no code " + code);
        }
        return concept.path("display").asText();
    }

    /** The values of a property of the concept: the nodes under {@code valueString}, {@code valueCode} and so on. */
    static List<JsonNode> values(JsonNode concept, String property) {
        List<JsonNode> values = new ArrayList<>();
        for (JsonNode entry : concept.path("property")) {
            if (entry.path("code").asText().equals(property)) {
                values.add(value(entry));
            }
        }
        return values;
    }

    /** The text of a property, or nothing where the concept does not have it. */
    static String text(JsonNode concept, String property) {
        return values(concept, property).stream()
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
    }

    /** The extensions of our own with this name. */
    static List<JsonNode> extensions(JsonNode element, String name) {
        return stream(element.path("extension"))
                .filter(extension -> extension.path("url").asText().equals(BASE + "StructureDefinition/" + name))
                .toList();
    }

    /** The values of a part of a complex extension. */
    static List<JsonNode> parts(JsonNode extension, String name) {
        return stream(extension.path("extension"))
                .filter(part -> part.path("url").asText().equals(name))
                .map(Content::value)
                .toList();
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static JsonNode value(JsonNode element) {
        for (Map.Entry<String, JsonNode> field : element.properties()) {
            if (field.getKey().startsWith("value")) {
                return field.getValue();
            }
        }
        throw new AssertionError("no value in " + element);
    }

    private static void collect(JsonNode parent, Map<String, JsonNode> concepts) {
        for (JsonNode concept : parent.path("concept")) {
            if (concepts.put(concept.path("code").asText(), concept) != null) {
                throw new AssertionError("two concepts have the code " + concept.path("code"));
            }
            collect(concept, concepts);
        }
    }

    private static List<Resource> readAll() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.endsWith("package.json"))
                    .sorted()
                    .map(file -> new Resource(file, read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER.toString(), e);
        }
    }
}
