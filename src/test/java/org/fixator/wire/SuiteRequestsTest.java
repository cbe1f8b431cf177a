package org.fixator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fixator.coding.FhirVersion;
import org.fixator.conceptmap.CompiledConceptMap;
import org.fixator.conceptmap.ConceptMaps;
import org.fixator.issue.TerminologyException;
import org.fixator.valueset.ValueSetDefinition;
import org.fixator.valueset.ValueSets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuiteRequestsTest {

    private static ParameterTable table(String operation) {
        return switch (operation) {
            case "expand" -> OperationTables.EXPAND;
            case "lookup" -> OperationTables.LOOKUP;
            case "validate-code" -> OperationTables.VALUE_SET_VALIDATE_CODE;
            case "cs-validate-code" -> OperationTables.CODE_SYSTEM_VALIDATE_CODE;
            case "translate" -> OperationTables.TRANSLATE;
            case "compare" -> OperationTables.COMPARE;
            default -> OperationTables.VERSIONS;
        };
    }

    @Test
    void everyParameterOfTheSuiteIsInATable() {
        Set<String> unknown = new TreeSet<>();
        forEach(List.of("request", "profile"), (test, body) -> {
            ParameterTable table = table(test.path("operation").asText());
            for (JsonNode parameter : body.path("parameter")) {
                String name = parameter.path("name").asText();
                if (table.find(name) == null) {
                    unknown.add(table.label() + " " + name + " in "
                            + test.path("name").asText());
                }
            }
        });
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyRequestOfTheSuiteIsRead() {
        List<String> refused = new ArrayList<>();
        forEach(List.of("request", "profile"), (test, body) -> {
            try {
                OperationParameters.of(table(test.path("operation").asText()), body, true);
            } catch (RuntimeException e) {
                refused.add(test.path("name").asText() + ": " + e.getMessage());
            }
        });
        assertThat(refused).isEmpty();
    }

    @Test
    void everyRequestOfTheSuiteBecomesARequest() {
        List<String> refused = new ArrayList<>();
        int[] read = {0};
        forEach(List.of("request"), (test, body) -> {
            String operation = test.path("operation").asText();
            OperationCall call = new OperationCall(
                    "$" + operation, null, null, FhirVersion.R4, Map.of(), null, null, null, null, false);
            try {
                request(operation, OperationParameters.of(table(operation), body, false), call);
                read[0]++;
            } catch (TerminologyException e) {
                refused.add(test.path("name").asText() + ": " + e.getMessage());
            }
        });
        assertThat(refused).isEmpty();
        assertThat(read[0]).isGreaterThan(500);
    }

    private static void request(String operation, OperationParameters in, OperationCall call) {
        switch (operation) {
            case "expand" ->
                new ExpandCodec(Clock.systemUTC(), LargeAnswers.onHalfTheProcessors()).request(in, call, EVERYTHING);
            case "lookup" -> LookupCodec.request(in, call, Requests.RESOURCES);
            case "validate-code" -> ValueSetValidateCodeCodec.request(in, call, EVERYTHING);
            case "cs-validate-code" -> CodeSystemValidateCodeCodec.request(in, call, EVERYTHING);
            case "translate" -> TranslateCodec.request(in, call, EVERYTHING);
            default -> {}
        }
    }

    private static final RequestResources EVERYTHING = new RequestResources(
            new ValueSets() {
                @Override
                public ValueSetDefinition find(String url, @Nullable String version) {
                    return Requests.valueSet(url, version);
                }

                @Override
                public List<String> versions(String url) {
                    return List.of();
                }
            },
            new ConceptMaps() {
                @Override
                public CompiledConceptMap find(String url, @Nullable String version) {
                    return Requests.map(url, version);
                }

                @Override
                public List<CompiledConceptMap> all() {
                    return List.of();
                }
            },
            Requests.RESOURCES.instances());

    private interface Visitor {
        void visit(JsonNode test, ObjectNode body);
    }

    private static void forEach(List<String> parts, Visitor visitor) {
        Path root = SuiteFiles.root();
        for (JsonNode test : SuiteFiles.tests()) {
            for (String part : parts) {
                Path file = root.resolve(test.path(part).asText("none"));
                if (file.toString().endsWith(".json") && Files.exists(file)) {
                    visitor.visit(test, SuiteFiles.json(file));
                }
            }
        }
    }
}
