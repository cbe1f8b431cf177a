package org.fixator.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fixator.app.ServingContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks the coded rows of the source document and asks the running server about each. */
class DocumentWalkTest extends ServingContent {

    private static final String SOURCE = "https://fixator.example.org/fhir/CodeSystem/source-cpt-20697";
    private static final String CPT = "http://www.ama-assn.org/go/cpt";
    private static final Map<String, String> VALUE_SETS = Map.of(
            "modifiers", "source-cpt-20697-modifiers",
            "taxonomies", "source-cpt-20697-taxonomies",
            "diagnoses", "source-cpt-20697-diagnoses",
            "related-procedures", "source-cpt-20697-related-procedures");

    record Row(String code, String display, String table, String system, String verdict, List<String> meant) {

        boolean is(String other) {
            return verdict.equals(other);
        }
    }

    static List<Row> rows() {
        try {
            JsonNode source = new ObjectMapper()
                    .readTree(Path.of("fhir-resources/fixator.cpt20697/package/CodeSystem-source-cpt-20697.json")
                            .toFile());
            List<Row> rows = new ArrayList<>();
            for (JsonNode concept : source.path("concept")) {
                Row row = row(concept);
                if (!row.verdict().isEmpty()) {
                    rows.add(row);
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Row> absent() {
        return rows().stream().filter(row -> row.is("does-not-exist"));
    }

    static Stream<Row> contradicting() {
        return rows().stream().filter(row -> row.is("contradicts"));
    }

    @Test
    void theDocumentHasThirtyOneCodedRows() {
        assertThat(rows()).hasSize(31);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowIsInTheSourceSystemAndInTheValueSetOfItsTable(Row row) {
        JsonNode found = get("CodeSystem/$lookup", "system", SOURCE, "code", row.code());
        assertThat(value(found, "display").asText()).isEqualTo(row.display());
        String valueSet = VALUE_SETS.get(row.table());
        if (valueSet != null) {
            JsonNode inTable = get(
                    "ValueSet/$validate-code",
                    "url",
                    "https://fixator.example.org/fhir/ValueSet/" + valueSet,
                    "system",
                    SOURCE,
                    "code",
                    row.code());
            assertThat(value(inTable, "result").asBoolean()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowLeadsToTheCodesMeant(Row row) {
        JsonNode answer = get("ConceptMap/$translate", "system", SOURCE, "code", row.code());
        List<String> targets = new ArrayList<>();
        for (JsonNode parameter : answer.path("parameter")) {
            for (JsonNode part : parameter.path("part")) {
                if (part.path("name").asText().equals("concept")) {
                    targets.add(part.path("valueCoding").path("code").asText());
                }
            }
        }
        assertThat(targets).containsAll(row.meant());
    }

    @ParameterizedTest
    @MethodSource("absent")
    void aCodeThatDoesNotExistIsRefusedWithTheCodeMeant(Row row) {
        JsonNode answer = get("CodeSystem/$validate-code", "url", row.system(), "code", row.code());
        assertThat(value(answer, "result").asBoolean()).isFalse();
        for (String meant : row.meant()) {
            assertThat(value(answer, "message").asText()).contains("#" + meant);
        }
    }

    @ParameterizedTest
    @MethodSource("contradicting")
    void aWordingThatContradictsIsNoDisplayOfTheOfficialCode(Row row) {
        JsonNode answer =
                get("CodeSystem/$validate-code", "url", row.system(), "code", row.code(), "display", row.display());
        if (row.system().equals(CPT)) {
            // The publisher's wording is not loaded, so a display cannot be judged; the answer says so.
            assertThat(answer.toString()).contains("was not compared");
        } else {
            assertThat(value(answer, "result").asBoolean()).isFalse();
        }
        assertThat(value(answer, "display").asText()).isNotEqualTo(row.display());
    }

    @ParameterizedTest
    @MethodSource("contradicting")
    void aWordingThatContradictsDoesNotFindTheOfficialCode(Row row) {
        String valueSet = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"valueSet\",\"resource\":"
                + "{\"resourceType\":\"ValueSet\",\"status\":\"active\",\"compose\":{\"include\":[{\"system\":\""
                + row.system() + "\"}]}}},{\"name\":\"filter\",\"valueString\":\"" + row.display() + "\"}]}";
        JsonNode answer = post("ValueSet/$expand", valueSet);
        assertThat(answer.path("resourceType").asText()).isEqualTo("ValueSet");
        for (JsonNode entry : answer.path("expansion").path("contains")) {
            assertThat(entry.path("code").asText()).isNotEqualTo(row.code());
        }
    }

    private static Row row(JsonNode concept) {
        String table = "";
        String system = "";
        String verdict = "";
        List<String> meant = new ArrayList<>();
        for (JsonNode property : concept.path("property")) {
            switch (property.path("code").asText()) {
                case "table" -> table = property.path("valueCode").asText();
                case "printed-system" -> system = property.path("valueString").asText();
                case "verdict" -> verdict = property.path("valueCode").asText();
                case "code-meant" ->
                    meant.add(property.path("valueCoding").path("code").asText());
                default -> {
                    // not asked here
                }
            }
        }
        return new Row(concept.path("code").asText(), concept.path("display").asText(), table, system, verdict, meant);
    }
}
