package org.fixator.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Small random code systems, supplements, value sets and concept maps that refer to each other, right and wrong. */
final class RandomResources {
    static final String ROOT = "http://example.org/random/";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String EXTENSIONS = "http://hl7.org/fhir/StructureDefinition/";

    private final Random random;

    RandomResources(Random random) {
        this.random = random;
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    String systemUrl() {
        return once(4)
                ? any(List.of(
                        "http://hl7.org/fhir/sid/icd-10-cm",
                        "http://www.ama-assn.org/go/cpt",
                        "http://unitsofmeasure.org",
                        "urn:ietf:bcp:47",
                        "urn:ietf:bcp:13",
                        "urn:iso:std:iso:3166",
                        "http://hl7.org/fhir/administrative-gender",
                        "http://example.org/nowhere"))
                : ROOT + "cs" + random.nextInt(3);
    }

    String code() {
        return once(5)
                ? any(List.of(
                        "S82.241A", "S82.24", "20697", "de-CH", "mg/dL", "CH", "male", "image/png", "", " ", "\u00e9"))
                : (once(8) ? "C" : "c") + random.nextInt(8);
    }

    String valueSetUrl() {
        return once(5)
                ? any(List.of(
                        "https://fixator.example.org/fhir/ValueSet/cpt-20697-modifiers",
                        "http://hl7.org/fhir/sid/icd-10-cm?fhir_vs",
                        "http://hl7.org/fhir/ValueSet/administrative-gender",
                        "http://example.org/nowhere"))
                : ROOT + "vs" + random.nextInt(3);
    }

    String mapUrl() {
        return once(5)
                ? "https://fixator.example.org/fhir/ConceptMap/cpt-20697-indications"
                : ROOT + "cm" + random.nextInt(2);
    }

    String language() {
        return any(List.of(
                "de", "fr", "en", "de-CH", "en-US", "*", "xx", "de,en;q=0.5", "de, *;q=0", "not a language", ""));
    }

    String version() {
        return any(List.of("1", "1.0.0", "1.x", "2", "2026", "*", "1|2", ""));
    }

    private String text() {
        return any(List.of("Red", "red apple", "Rot", "\u00c9t\u00e9", "a b c", "<b>&\"", "\ud83d\ude00"));
    }

    ObjectNode resource(String type) {
        return switch (type) {
            case "CodeSystem" -> once(4) ? supplement() : codeSystem();
            case "ValueSet" -> valueSet();
            default -> conceptMap();
        };
    }

    private ObjectNode start(String type, String name, int of) {
        ObjectNode resource = NODES.objectNode().put("resourceType", type);
        if (!once(12)) {
            resource.put("url", ROOT + name + random.nextInt(of));
        }
        if (once(2)) {
            resource.put("version", version());
        }
        if (once(8)) {
            resource.put("language", any(List.of("de", "en", "xx")));
        }
        return resource.put("status", any(List.of("active", "draft", "retired")));
    }

    ObjectNode codeSystem() {
        ObjectNode system = start("CodeSystem", "cs", 3);
        system.put("content", once(3) ? any(List.of("fragment", "example", "not-present")) : "complete");
        if (once(2)) {
            system.put("caseSensitive", random.nextBoolean());
        }
        if (once(3)) {
            system.put("hierarchyMeaning", any(List.of("is-a", "part-of", "grouped-by", "classified-with")));
        }
        if (once(8)) {
            system.put("compositional", random.nextBoolean()).put("versionNeeded", random.nextBoolean());
        }
        ArrayNode properties = system.putArray("property");
        properties.addObject().put("code", "weight").put("type", any(List.of("integer", "string", "decimal")));
        properties.addObject().put("code", "kind").put("type", "code");
        if (once(2)) {
            properties.addObject().put("code", "parent").put("type", "code");
        }
        concepts(system.putArray("concept"), 0);
        return system;
    }

    private ObjectNode supplement() {
        ObjectNode supplement = start("CodeSystem", "supplement", 2);
        supplement.put("content", "supplement").put("supplements", systemUrl() + (once(4) ? "|1" : ""));
        supplement.putArray("property").addObject().put("code", "weight").put("type", "integer");
        concepts(supplement.putArray("concept"), 2);
        return supplement;
    }

    private void concepts(ArrayNode concepts, int depth) {
        for (int i = random.nextInt(5); i > 0; i--) {
            ObjectNode concept = concepts.addObject().put("code", code());
            if (!once(4)) {
                concept.put("display", text());
            }
            if (once(4)) {
                concept.put("definition", text());
            }
            if (once(3)) {
                designations(concept);
            }
            if (once(2)) {
                properties(concept.putArray("property"));
            }
            if (depth < 3 && once(2)) {
                concepts(concept.putArray("concept"), depth + 1);
            }
        }
    }

    private void designations(ObjectNode concept) {
        ObjectNode designation = concept.putArray("designation").addObject();
        if (!once(3)) {
            designation.put("language", language());
        }
        if (once(2)) {
            designation.putObject("use").put("system", "http://snomed.info/sct").put("code", "900000000000013009");
        }
        designation.put("value", text());
    }

    private void properties(ArrayNode properties) {
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            ObjectNode property = properties.addObject();
            switch (random.nextInt(8)) {
                case 0 ->
                    property.put("code", "status").put("valueCode", any(List.of("retired", "active", "deprecated")));
                case 1 -> property.put("code", "inactive").put("valueBoolean", random.nextBoolean());
                case 2 -> property.put("code", "notSelectable").put("valueBoolean", random.nextBoolean());
                case 3 -> property.put("code", "parent").put("valueCode", code());
                case 4 -> property.put("code", "weight").put("valueInteger", random.nextInt(10));
                case 5 -> property.put("code", "weight").put("valueDecimal", new java.math.BigDecimal("1.50"));
                case 6 -> property.put("code", "undeclared").put("valueString", text());
                default -> property.put("code", "kind").put("valueCode", any(List.of("a", "b")));
            }
        }
    }

    ObjectNode valueSet() {
        ObjectNode valueSet = start("ValueSet", "vs", 3);
        if (once(10)) {
            valueSet.putArray("extension")
                    .addObject()
                    .put("url", EXTENSIONS + "valueset-supplement")
                    .put("valueCanonical", ROOT + "supplement" + random.nextInt(2));
        }
        if (!once(12)) {
            ObjectNode compose = valueSet.putObject("compose");
            if (once(6)) {
                compose.put("inactive", random.nextBoolean());
            }
            if (once(20)) {
                compose.put("lockedDate", "2026-01-01");
            }
            sets(compose.putArray("include"), 1 + random.nextInt(3));
            if (once(3)) {
                sets(compose.putArray("exclude"), 1);
            }
        }
        if (once(6)) {
            ObjectNode expansion = valueSet.putObject("expansion").put("timestamp", "2026-01-01T00:00:00Z");
            expansion
                    .putArray("contains")
                    .addObject()
                    .put("system", systemUrl())
                    .put("code", code());
        }
        return valueSet;
    }

    private void sets(ArrayNode sets, int count) {
        for (int i = count; i > 0; i--) {
            ObjectNode set = sets.addObject();
            if (!once(5)) {
                set.put("system", systemUrl());
                if (once(4)) {
                    set.put("version", version());
                }
                if (once(3)) {
                    ArrayNode concepts = set.putArray("concept");
                    for (int j = random.nextInt(4); j >= 0; j--) {
                        ObjectNode concept = concepts.addObject().put("code", code());
                        if (once(3)) {
                            concept.put("display", text());
                        }
                    }
                } else if (once(2)) {
                    filters(set.putArray("filter"));
                }
            }
            if (once(4) || set.isEmpty()) {
                set.putArray("valueSet").add(valueSetUrl());
            }
        }
    }

    private void filters(ArrayNode filters) {
        for (int i = random.nextInt(2); i >= 0; i--) {
            filters.addObject()
                    .put(
                            "property",
                            any(List.of("concept", "code", "weight", "kind", "inactive", "parent", "status", "x")))
                    .put(
                            "op",
                            any(List.of(
                                    "=",
                                    "is-a",
                                    "descendent-of",
                                    "is-not-a",
                                    "regex",
                                    "in",
                                    "not-in",
                                    "generalizes",
                                    "exists",
                                    "child-of",
                                    "descendent-leaf")))
                    .put(
                            "value",
                            any(List.of(
                                    "c1", "c2", "c1,c2", "true", "a", "5", "c.*", "(c|d)+[1-3]", "(", "(a+)+$", "")));
        }
    }

    ObjectNode conceptMap() {
        ObjectNode map = start("ConceptMap", "cm", 2);
        if (once(2)) {
            map.put("sourceUri", valueSetUrl()).put("targetUri", valueSetUrl());
        }
        ArrayNode groups = map.putArray("group");
        for (int i = random.nextInt(3); i > 0; i--) {
            ObjectNode group = groups.addObject().put("source", systemUrl()).put("target", systemUrl());
            ArrayNode elements = group.putArray("element");
            for (int j = random.nextInt(4); j > 0; j--) {
                targets(elements.addObject().put("code", code()).putArray("target"));
            }
            if (once(3)) {
                ObjectNode unmapped =
                        group.putObject("unmapped").put("mode", any(List.of("fixed", "provided", "other-map")));
                unmapped.put("code", code()).put("url", mapUrl());
            }
        }
        return map;
    }

    private void targets(ArrayNode targets) {
        for (int i = random.nextInt(3); i > 0; i--) {
            ObjectNode target = targets.addObject().put("code", code());
            target.put(
                    "equivalence", any(List.of("equal", "equivalent", "wider", "narrower", "unmatched", "disjoint")));
            if (once(3)) {
                target.putArray(any(List.of("dependsOn", "product")))
                        .addObject()
                        .put("property", ROOT + "side")
                        .put("system", systemUrl())
                        .put("value", code());
            }
            if (once(4)) {
                target.put("comment", text());
            }
        }
    }
}
