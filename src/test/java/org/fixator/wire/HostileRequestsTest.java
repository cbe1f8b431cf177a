package org.fixator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fixator.coding.FhirVersion;
import org.fixator.issue.TerminologyException;
import org.junit.jupiter.api.Test;

/** Whatever a client sends is read or refused: nothing else ever comes out. */
class HostileRequestsTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int RUNS = 4000;

    private final long seed = Long.getLong("hostile.seed", 20697L);
    private final Random random = new Random(seed);

    @Test
    void damagedRequestsAreReadOrRefused() {
        int refused = 0;
        for (int run = 0; run < RUNS; run++) {
            ParameterTable table = OperationTables.ALL.get(random.nextInt(OperationTables.ALL.size()));
            ObjectNode body = body(table);
            for (int damage = random.nextInt(4); damage > 0; damage--) {
                damage(body);
            }
            try {
                ask(table, body);
            } catch (TerminologyException e) {
                assertThat(e.status()).isBetween(400, 499);
                refused++;
            } catch (RuntimeException | StackOverflowError e) {
                fail("seed " + seed + ", run " + run + ", " + table.label() + " " + body, e);
            }
        }
        assertThat(refused).isBetween(RUNS / 10, RUNS - 1);
    }

    private static void ask(ParameterTable table, ObjectNode body) {
        OperationCall call = new OperationCall(
                table.operation(),
                table.type(),
                null,
                FhirVersion.R4,
                Map.of(),
                body.toString().getBytes(StandardCharsets.UTF_8),
                null,
                null,
                null,
                false);
        OperationParameters in = OperationParameters.read(table, call);
        for (ObjectNode brought : BroughtResources.of(in)) {
            read(brought);
        }
        switch (table.label()) {
            case "CodeSystem/$lookup" -> LookupCodec.request(in, call, Requests.RESOURCES);
            case "CodeSystem/$validate-code" -> CodeSystemValidateCodeCodec.request(in, call, Requests.RESOURCES);
            case "CodeSystem/$subsumes" -> SubsumesCodec.request(in, call, Requests.RESOURCES);
            case "ValueSet/$expand" ->
                new ExpandCodec(Clock.systemUTC(), LargeAnswers.onHalfTheProcessors())
                        .request(in, call, Requests.RESOURCES);
            case "ValueSet/$validate-code" -> ValueSetValidateCodeCodec.request(in, call, Requests.RESOURCES);
            case "ValueSet/$compare" -> CompareCodec.request(in, call, Requests.RESOURCES);
            case "ConceptMap/$translate" -> TranslateCodec.request(in, call, Requests.RESOURCES);
            case "ValueSet/$batch-validate-code" -> BatchValidateCodeCodec.questions(in, call, Requests.RESOURCES);
            case "$cache-control" -> SystemOperationsCodec.cacheControl(in, call);
            default -> {}
        }
    }

    private static void read(ObjectNode resource) {
        switch (Resources.type(resource)) {
            case "CodeSystem" -> CodeSystemReader.readTree(resource);
            case "ValueSet" -> ValueSetReader.read(resource);
            default -> ConceptMapReader.read(resource);
        }
    }

    private ObjectNode body(ParameterTable table) {
        ObjectNode body = NODES.objectNode().put("resourceType", "Parameters");
        ArrayNode parameters = body.putArray("parameter");
        List<ParameterDefinition> definitions = table.definitions();
        for (int i = random.nextInt(6); i > 0; i--) {
            ParameterDefinition definition = definitions.get(random.nextInt(definitions.size()));
            parameters.add(parameter(definition));
        }
        return body;
    }

    private ObjectNode parameter(ParameterDefinition definition) {
        ObjectNode parameter = NODES.objectNode().put("name", definition.name());
        switch (definition.kind()) {
            case BOOLEAN -> parameter.put("valueBoolean", random.nextBoolean());
            case INTEGER -> parameter.put("valueInteger", random.nextInt(100) - 5);
            case CODING ->
                parameter.putObject("valueCoding").put("system", "http://x/cs").put("code", "a");
            case CODEABLE_CONCEPT ->
                parameter
                        .putObject("valueCodeableConcept")
                        .putArray("coding")
                        .addObject()
                        .put("code", "a");
            case PARTS -> {
                ArrayNode parts = parameter.putArray("part");
                parts.addObject().put("name", "element").put("valueUri", "http://x/side");
                parts.addObject()
                        .put("name", "concept")
                        .putObject("valueCoding")
                        .put("code", "RT");
            }
            case RESOURCE -> {
                List<String> types = definition.resourceTypes();
                parameter.set("resource", resource(types.get(random.nextInt(types.size()))));
            }
            default -> parameter.put("valueString", random.nextBoolean() ? "http://x/a|1" : "text");
        }
        return parameter;
    }

    private static ObjectNode resource(String type) {
        String json =
                switch (type) {
                    case "ValueSet" ->
                        """
                        {"url":"http://x/vs","contained":[{"resourceType":"ValueSet"}],"extension":[{"url":
                        "http://hl7.org/fhir/StructureDefinition/valueset-supplement","valueCanonical":"s"}],
                        "compose":{"include":[{"system":"s","concept":[{"code":"a","designation":[{"value":"v"}]}],
                        "filter":[{"property":"p","op":"=","value":"v"}],"valueSet":["v"]}]},
                        "expansion":{"total":1,"contains":[{"code":"a","property":[{"code":"p","valueCode":"v"}]}]}}""";
                    case "CodeSystem" ->
                        """
                        {"url":"http://x/cs","content":"complete","property":[{"code":"p","type":"code"}],
                        "concept":[{"code":"a","concept":[{"code":"b","property":[{"code":"p","valueCode":"v"}]}]}]}""";
                    case "ConceptMap" ->
                        """
                        {"url":"http://x/cm","group":[{"source":"s","target":"t","element":[{"code":"a","target":[
                        {"code":"b","equivalence":"equal","dependsOn":[{"property":"p","value":"v"}]}]}],
                        "unmapped":{"mode":"fixed","code":"c"}}]}""";
                    default -> "{\"parameter\":[{\"name\":\"coding\",\"valueCoding\":{\"code\":\"a\"}}]}";
                };
        return Json.parseText(json).put("resourceType", type);
    }

    /** Puts something else where something is. */
    private void damage(ObjectNode root) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        if (container instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(4) == 0) {
                object.remove(name);
            } else {
                object.set(name, anything());
            }
        } else if (container instanceof ArrayNode array) {
            if (random.nextBoolean() && !array.isEmpty()) {
                array.set(random.nextInt(array.size()), anything());
            } else {
                array.add(anything());
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private JsonNode anything() {
        return switch (random.nextInt(11)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt());
            case 3 -> NODES.numberNode(new BigDecimal("1E+400"));
            case 4 -> NODES.textNode("");
            case 5 -> NODES.textNode("|");
            case 6 -> NODES.textNode("\u0000\uD83D\uDE00\"");
            case 7 -> NODES.arrayNode();
            case 8 -> NODES.objectNode();
            case 9 -> NODES.arrayNode().add(NODES.nullNode());
            default -> NODES.objectNode().put("url", "x").put("code", "c").put("value", 1);
        };
    }
}
