package org.fixator.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code system of the source document against the document: nothing left out, nothing changed. */
class SourceDocumentVerbatimTest {
    /** Lines that carry no statement of their own. */
    private static final Set<String> HEADINGS = Set.of(
            "Summary & Overview",
            "Billing Code Overview",
            "Clinical & Coding Specifications",
            "Clinical Context",
            "Coding Specifications",
            "Related Diagnoses",
            "Related CPT Codes");

    private static final Map<String, String> THIRD_COLUMN = Map.of(
            "Modifier", "when-to-use",
            "Taxonomy Code", "notes",
            "ICD-10 Code", "relevance",
            "CPT Code", "relationship");

    private static final Pattern CELL_BORDER = Pattern.compile("\\s*\\|\\s*");

    /** A line of one of the four tables, with the name of the property that its third column becomes. */
    private record Row(String code, String wording, String property, String third) {}

    @Test
    void everyRowOfEveryTableIsThereWordForWord() {
        List<Row> rows = rows();
        assertThat(rows).hasSize(30).allSatisfy(SourceDocumentVerbatimTest::assertPrintedSo);
    }

    @Test
    void theMainCodeCarriesTheTitleOfTheDocument() {
        JsonNode main = Content.concepts(Content.SOURCE).get("20697");
        assertThat(Releases.sourceDocument())
                .contains("CPT 20697: " + main.path("display").asText());
    }

    @Test
    void everyParagraphIsThereWordForWord() {
        List<String> texts = new ArrayList<>();
        for (JsonNode concept : Content.concepts(Content.SOURCE).values()) {
            texts.add(concept.path("definition").asText());
            texts.add(concept.path("display").asText());
        }
        assertThat(Releases.sourceDocument())
                .filteredOn(line -> !isTable(line) && !HEADINGS.contains(line))
                .map(SourceDocumentVerbatimTest::withoutLabel)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(texts).contains(line));
    }

    @Test
    void nothingIsQuotedThatTheDocumentDoesNotPrint() {
        String document = String.join("\n", Releases.sourceDocument());
        assertThat(Content.concepts(Content.SOURCE).values()).allSatisfy(concept -> {
            assertThat(document).contains(concept.path("definition").asText());
            if (!Content.text(concept, "table").equals("narrative")) {
                assertThat(document)
                        .containsSubsequence(concept.path("display").asText().split(Pattern.quote("[…]"), -1));
            }
        });
    }

    private static void assertPrintedSo(Row row) {
        JsonNode concept = Content.concepts(Content.SOURCE).get(row.code());
        assertThat(concept).as(row.code()).isNotNull();
        assertThat(concept.path("display").asText()).isEqualTo(row.wording());
        assertThat(Content.text(concept, row.property())).isEqualTo(row.third());
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        String property = "";
        for (String line : Releases.sourceDocument()) {
            if (isTable(line)) {
                String[] cells = CELL_BORDER.split(
                        line.startsWith("|") ? line.substring(1).strip() : line, -1);
                if (THIRD_COLUMN.containsKey(cells[0])) {
                    property = THIRD_COLUMN.get(cells[0]);
                } else if (!cells[0].startsWith("---")) {
                    rows.add(new Row(cells[0], cells[1], property, cells[2]));
                }
            }
        }
        return rows;
    }

    private static boolean isTable(String line) {
        return line.stripTrailing().endsWith("|");
    }

    private static String withoutLabel(String line) {
        return line.replaceFirst("^(Service Type|Typical Site of Service): ", "");
    }
}
