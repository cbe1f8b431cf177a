package org.fixator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
        forEachRequest((test, body) -> {
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
        forEachRequest((test, body) -> {
            try {
                OperationParameters.of(table(test.path("operation").asText()), body, true);
            } catch (RuntimeException e) {
                refused.add(test.path("name").asText() + ": " + e.getMessage());
            }
        });
        assertThat(refused).isEmpty();
    }

    private interface Visitor {
        void visit(JsonNode test, ObjectNode body);
    }

    private static void forEachRequest(Visitor visitor) {
        Path root = SuiteFiles.root();
        for (JsonNode test : SuiteFiles.tests()) {
            for (String part : List.of("request", "profile")) {
                Path file = root.resolve(test.path(part).asText("none"));
                if (file.toString().endsWith(".json") && Files.exists(file)) {
                    visitor.visit(test, SuiteFiles.json(file));
                }
            }
        }
    }
}
