package org.fixator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fixator.wire.OperationTables;
import org.fixator.wire.ParameterDefinition;
import org.fixator.wire.ParameterKind;
import org.fixator.wire.ParameterTable;
import org.jspecify.annotations.Nullable;

/** Random calls of the terminology operations: most of them nearly right, some damaged. The seed alone decides. */
final class RandomRequests {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<ParameterTable> TABLES = List.of(
            OperationTables.LOOKUP,
            OperationTables.CODE_SYSTEM_VALIDATE_CODE,
            OperationTables.SUBSUMES,
            OperationTables.EXPAND,
            OperationTables.EXPAND,
            OperationTables.VALUE_SET_VALIDATE_CODE,
            OperationTables.VALUE_SET_VALIDATE_CODE,
            OperationTables.TRANSLATE,
            OperationTables.BATCH_VALIDATE_CODE);

    private final Random random;
    private final RandomResources resources;

    RandomRequests(long seed) {
        this.random = new Random(seed);
        this.resources = new RandomResources(random);
    }

    /** {@code body} is null for GET. */
    record Ask(String path, @Nullable String body, List<String> headers) {}

    RandomResources resources() {
        return resources;
    }

    Ask next() {
        ParameterTable table = resources.any(TABLES);
        List<ParameterDefinition> chosen = chosen(table);
        boolean r5 = resources.once(4);
        String path = (r5 ? "/fhir/r5/" : "/fhir/") + table.type() + instance(table) + "/" + table.operation();
        List<String> headers = new ArrayList<>();
        if (resources.once(6)) {
            headers.addAll(List.of("Accept-Language", resources.language()));
        }
        if (resources.once(8)) {
            headers.addAll(List.of("Prefer", "handling=strict"));
        }
        boolean simple = chosen.stream().allMatch(definition -> isSimple(definition.kind()));
        if (simple && resources.once(2)) {
            return new Ask(path + "?" + query(chosen), null, headers);
        }
        headers.addAll(List.of("Content-Type", "application/fhir+json"));
        return new Ask(path, body(chosen), headers);
    }

    private static boolean isSimple(ParameterKind kind) {
        return switch (kind) {
            case CODING, CODEABLE_CONCEPT, RESOURCE, PARTS -> false;
            default -> true;
        };
    }

    private String instance(ParameterTable table) {
        if (!resources.once(12)) {
            return "";
        }
        return "/"
                + switch (table.type()) {
                    case "CodeSystem" -> resources.any(List.of("cpt", "icd-10-cm", "none", "random-cs"));
                    case "ValueSet" ->
                        resources.any(List.of("cpt-20697-modifiers", "cpt-20697-indications", "random-vs"));
                    default -> resources.any(List.of("cpt-20697-indications", "none", "random-cm"));
                };
    }

    /** What the operation cannot do without, mostly, and a few more. */
    private List<ParameterDefinition> chosen(ParameterTable table) {
        List<ParameterDefinition> chosen = new ArrayList<>();
        List<String> needed =
                switch (table.operation()) {
                    case "$lookup" -> List.of("system", "code");
                    case "$subsumes" -> List.of("system", "codeA", "codeB");
                    case "$expand" -> List.of(resources.once(2) ? "url" : "valueSet");
                    case "$translate" -> List.of("system", "code");
                    case "$batch-validate-code" -> List.of("validation", "validation");
                    default ->
                        table.type().equals("CodeSystem")
                                ? List.of("url", "code")
                                : resources.once(2) ? List.of("url", "coding") : List.of("valueSet", "code", "system");
                };
        for (String name : needed) {
            ParameterDefinition definition = table.find(name);
            if (definition != null && !resources.once(15)) {
                chosen.add(definition);
            }
        }
        List<ParameterDefinition> all = table.definitions();
        for (int i = random.nextInt(4); i > 0; i--) {
            ParameterDefinition definition = resources.any(all);
            // Those that are refused by name would hide everything else.
            if (definition.support() != ParameterDefinition.Support.REFUSED || resources.once(10)) {
                chosen.add(definition);
            }
        }
        ParameterDefinition brought = table.find("tx-resource");
        for (int i = random.nextInt(4); brought != null && i > 0; i--) {
            chosen.add(brought);
        }
        return chosen;
    }

    private String name(ParameterDefinition definition) {
        return definition.aliases().isEmpty() || !resources.once(6)
                ? definition.name()
                : resources.any(definition.aliases());
    }

    private String query(List<ParameterDefinition> chosen) {
        List<String> pairs = new ArrayList<>();
        for (ParameterDefinition definition : chosen) {
            pairs.add(name(definition) + "=" + URLEncoder.encode(primitive(definition), StandardCharsets.UTF_8));
        }
        return String.join("&", pairs);
    }

    private String body(List<ParameterDefinition> chosen) {
        ObjectNode body = NODES.objectNode().put("resourceType", "Parameters");
        ArrayNode parameters = body.putArray("parameter");
        for (ParameterDefinition definition : chosen) {
            value(parameters.addObject().put("name", name(definition)), definition);
        }
        for (int i = resources.once(4) ? 1 + random.nextInt(3) : 0; i > 0; i--) {
            damage(body);
        }
        String text = body.toString();
        return resources.once(30) ? text.substring(0, random.nextInt(text.length() + 1)) : text;
    }

    private void value(ObjectNode parameter, ParameterDefinition definition) {
        switch (definition.kind()) {
            case BOOLEAN -> parameter.put("valueBoolean", random.nextBoolean());
            case INTEGER -> parameter.put("valueInteger", random.nextInt(12) - 1);
            case CODING -> coding(parameter.putObject("valueCoding"));
            case CODEABLE_CONCEPT -> {
                ArrayNode codings = parameter.putObject("valueCodeableConcept").putArray("coding");
                for (int i = random.nextInt(3); i >= 0; i--) {
                    coding(codings.addObject());
                }
            }
            case RESOURCE -> parameter.set("resource", resource(resources.any(definition.resourceTypes())));
            case PARTS -> {
                ArrayNode parts = parameter.putArray("part");
                parts.addObject().put("name", "element").put("valueUri", RandomResources.ROOT + "side");
                coding(parts.addObject().put("name", "concept").putObject("valueCoding"));
            }
            default ->
                parameter.put(
                        resources.once(3) ? "valueString" : "value" + typeName(definition.kind()),
                        primitive(definition));
        }
    }

    private static String typeName(ParameterKind kind) {
        String type = kind.fhirType();
        return type == null ? "String" : Character.toUpperCase(type.charAt(0)) + type.substring(1);
    }

    private ObjectNode resource(String type) {
        if (!type.equals("Parameters")) {
            return resources.resource(type);
        }
        ObjectNode validation = NODES.objectNode().put("resourceType", "Parameters");
        ArrayNode parameters = validation.putArray("parameter");
        coding(parameters.addObject().put("name", "coding").putObject("valueCoding"));
        if (resources.once(2)) {
            parameters.addObject().put("name", "url").put("valueUri", resources.valueSetUrl());
        }
        return validation;
    }

    private void coding(ObjectNode coding) {
        coding.put("code", resources.code());
        if (!resources.once(8)) {
            coding.put("system", resources.systemUrl());
        }
        if (resources.once(6)) {
            coding.put("version", resources.version());
        }
        if (resources.once(4)) {
            coding.put("display", "Red");
        }
    }

    private String primitive(ParameterDefinition definition) {
        if (resources.once(25)) {
            return resources.any(List.of("", " ", "-1", "true", "\u0000", "|", "http://x|y|z", "9".repeat(30), "null"));
        }
        return switch (definition.name()) {
            case "url" -> urlOf(definition);
            case "system", "sourceSystem", "targetsystem", "targetSystem" -> resources.systemUrl();
            case "code", "codeA", "codeB", "sourceCode", "targetCode" -> resources.code();
            case "displayLanguage", "defaultDisplayLanguage" -> resources.language();
            case "property" -> resources.any(List.of("parent", "child", "weight", "kind", "*", "inactive", "display"));
            case "filter" -> resources.any(List.of("red", "r", "apple re", "\u00e9t", "zz", "a  b"));
            case "useSupplement" -> RandomResources.ROOT + "supplement" + random.nextInt(2);
            case "version", "systemVersion", "valueSetVersion", "conceptMapVersion" -> resources.version();
            case "system-version", "check-system-version", "force-system-version", "exclude-system" ->
                resources.systemUrl() + "|" + resources.version();
            case "designation" -> resources.any(List.of("de", "http://snomed.info/sct|900000000000013009", "|"));
            default ->
                switch (definition.kind()) {
                    case BOOLEAN -> String.valueOf(random.nextBoolean());
                    case INTEGER -> String.valueOf(random.nextInt(12) - 1);
                    default -> resources.any(List.of("x", "", "http://example.org/x", "2026-01-01"));
                };
        };
    }

    private String urlOf(ParameterDefinition definition) {
        String what = definition.documentation();
        return what.contains("value set")
                ? resources.valueSetUrl()
                : what.contains("concept map") ? resources.mapUrl() : resources.systemUrl();
    }

    /** Puts something else where something is. */
    private void damage(ObjectNode root) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        if (container instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = resources.any(names);
            if (resources.once(4)) {
                object.remove(name);
            } else {
                object.set(name, anything());
            }
        } else if (container instanceof ArrayNode array && !array.isEmpty() && random.nextBoolean()) {
            array.set(random.nextInt(array.size()), anything());
        } else if (container instanceof ArrayNode array) {
            array.add(anything());
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private JsonNode anything() {
        return switch (random.nextInt(10)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt());
            case 3 -> NODES.textNode("");
            case 4 -> NODES.textNode("|");
            case 5 -> NODES.textNode("\u0000\ud83d\ude00\"");
            case 6 -> NODES.arrayNode();
            case 7 -> NODES.objectNode();
            case 8 -> NODES.arrayNode().add(NODES.nullNode());
            default -> NODES.objectNode().put("code", "c1").put("value", 1);
        };
    }
}
