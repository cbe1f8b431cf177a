package org.fixator.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The verdicts on the source document, its maps, supplements and value sets say the same thing everywhere. */
class SourceDocumentMeaningTest {
    private static final String MAPS = Content.BASE + "ConceptMap/";
    private static final String VALUE_SETS = Content.BASE + "ValueSet/";
    private static final String COMMENT = "http://hl7.org/fhir/StructureDefinition/valueset-concept-comments";
    private static final Set<String> NO_MEANING = Set.of("disjoint", "unmatched");

    @Test
    void theDocumentMakesThirtyOneCodedStatementsAndFourteenAreWrong() {
        Map<String, Integer> verdicts = new TreeMap<>();
        rows().values().forEach(row -> verdicts.merge(Content.text(row, "verdict"), 1, Integer::sum));
        assertThat(verdicts)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("agrees", 10, "wording-differs", 7, "contradicts", 10, "does-not-exist", 4));
    }

    @Test
    void everyStatementHasItsEvidenceAndEveryDoubtIsExplained() {
        assertThat(rows().values()).allSatisfy(row -> {
            assertThat(Content.text(row, "evidence")).isNotEmpty();
            if (!Content.text(row, "verdict").equals("agrees")) {
                assertThat(Content.text(row, "what-is-wrong")).isNotEmpty();
            }
        });
    }

    @Test
    void aPrintedCodeExistsUnlessTheVerdictSaysItDoesNot() {
        assertThat(rows()).allSatisfy((code, row) -> assertThat(
                        Content.concepts(Content.text(row, "printed-system")).containsKey(code))
                .as(code)
                .isNotEqualTo(Content.text(row, "verdict").equals("does-not-exist")));
    }

    @Test
    void aCodeThatDoesNotExistIsVerifiedAbsentWithTheSameCodesMeant() {
        assertThat(rows().entrySet())
                .filteredOn(row -> Content.text(row.getValue(), "verdict").equals("does-not-exist"))
                .hasSize(4)
                .allSatisfy(
                        row -> assertThat(absentMeanings(Content.text(row.getValue(), "printed-system"), row.getKey()))
                                .isEqualTo(codes(Content.values(row.getValue(), "code-meant"))));
    }

    @Test
    void theCodesMeantAreTheTargetsOfTheMapThatOverlapTheWording() {
        Map<String, List<JsonNode>> targets = targets(MAPS + "source-cpt-20697-to-official");
        assertThat(targets.keySet()).containsAll(rows().keySet());
        assertThat(targets).allSatisfy((code, all) -> assertThat(all.stream()
                        .filter(target -> !NO_MEANING.contains(equivalence(target)))
                        .map(target -> target.path("code").asText()))
                .as(code)
                .containsExactlyElementsOf(codes(Content.values(source(code), "code-meant"))));
    }

    @Test
    void aPrintedCodeIsDisjointExactlyWhereItExistsAndIsNotMeant() {
        Map<String, List<JsonNode>> targets = targets(MAPS + "source-cpt-20697-to-official");
        assertThat(rows()).allSatisfy((code, row) -> {
            boolean exists = !Content.text(row, "verdict").equals("does-not-exist");
            boolean meant = codes(Content.values(row, "code-meant")).contains(code);
            assertThat(targets.get(code).stream()
                            .filter(target -> equivalence(target).equals("disjoint"))
                            .map(target -> target.path("code").asText()))
                    .as(code)
                    .containsExactlyElementsOf(exists && !meant ? List.of(code) : List.of());
        });
    }

    @Test
    void everyLineOfEveryMapHasAComment() {
        assertThat(Content.all("ConceptMap")).hasSize(3).allSatisfy(map -> assertThat(
                        targets(map.url()).values().stream().flatMap(List::stream))
                .allSatisfy(
                        target -> assertThat(target.path("comment").asText()).isNotEmpty()));
    }

    @Test
    void theSupplementsRepeatTheSourceDocumentForEveryPrintedCodeThatExists() {
        List<String> supplemented = new ArrayList<>();
        for (Content.Resource supplement : supplements()) {
            Content.concepts(supplement.json()).forEach((code, note) -> {
                supplemented.add(code);
                assertThat(notes(note)).as(code).isEqualTo(statements(source(code)));
                assertThat(supplement.json().path("supplements").asText())
                        .isEqualTo(Content.text(source(code), "printed-system"));
            });
        }
        assertThat(supplemented)
                .hasSize(27)
                .containsExactlyInAnyOrderElementsOf(rows().entrySet().stream()
                        .filter(row -> !Content.text(row.getValue(), "verdict").equals("does-not-exist"))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Test
    void aSupplementGivesNoCodeANameAndIsAppliedByDefault() {
        assertThat(supplements()).hasSize(4).allSatisfy(supplement -> {
            assertThat(Content.extensions(supplement.json(), "applied-by-default"))
                    .hasSize(1);
            assertThat(Content.concepts(supplement.json()).values())
                    .noneMatch(concept -> concept.has("display") || concept.has("designation"));
        });
    }

    @Test
    void bothProceduresAreIndicatedByEveryDiagnosisThatIsMeantOrPrinted() {
        Map<String, List<JsonNode>> targets = targets(MAPS + "cpt-20697-indications");
        Set<String> expected = new TreeSet<>(meantDiagnoses());
        expected.addAll(List.of("S82.241A", "S82.242A", "S82.851A"));
        assertThat(targets.keySet()).containsExactly("20696", "20697");
        assertThat(targets.values()).allSatisfy(all -> {
            assertThat(codes(all)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(all).allMatch(target -> equivalence(target).equals("relatedto"));
        });
    }

    @Test
    void anIndicationDependsOnTheSideThatItsTitleNames() {
        Map<String, List<JsonNode>> targets = targets(MAPS + "cpt-20697-indications");
        assertThat(targets.get("20696")).isEqualTo(targets.get("20697")).allSatisfy(target -> {
            String title = Content.display(Content.ICD, target.path("code").asText());
            assertThat(Content.stream(target.path("dependsOn"))
                            .map(condition -> condition.path("property").asText() + " "
                                    + condition.path("value").asText()))
                    .as(title)
                    .isEqualTo(sideNamedBy(title));
        });
    }

    @Test
    void theRelatedProceduresAreThoseOfTheValueSetEachWithItsRelation() {
        List<JsonNode> related = targets(MAPS + "cpt-20697-related").get("20697");
        assertThat(codes(related))
                .isEqualTo(included("cpt-20697-related-procedures"))
                .hasSize(11);
        assertThat(related.stream()
                        .map(target -> target.path("code").asText() + " "
                                + target.path("product").path(0).path("value").asText()))
                .contains("20696 precedes", "20694 follows", "76000 bundled-into", "20690 alternative")
                .contains("11010 same-episode");
    }

    @Test
    void theRelationMapsSayThatTheyDoNotTranslate() {
        assertThat(Content.all("ConceptMap"))
                .allSatisfy(map -> assertThat(Content.extensions(map.json(), "relation-not-translation"))
                        .hasSize(map.id().startsWith("cpt-20697") ? 1 : 0));
    }

    @Test
    void theIndicationsForBindingAreTheDiagnosesMeant() {
        assertThat(included("cpt-20697-indications")).containsExactlyInAnyOrderElementsOf(meantDiagnoses());
        assertThat(excluded("cpt-20697-indications")).containsExactly("S82.241A", "S82.242A", "S82.851A");
    }

    @Test
    void everyPrintedModifierIsEitherForBindingOrExcludedWithAReason() {
        List<String> included = included("cpt-20697-modifiers");
        List<String> excluded = excluded("cpt-20697-modifiers");
        assertThat(included).containsExactly("22", "52", "53", "62", "78", "79", "LT", "RT");
        assertThat(Stream.concat(included.stream(), excluded.stream()))
                .containsAll(table("modifiers"))
                .doesNotHaveDuplicates();
        assertThat(compose("cpt-20697-modifiers", "exclude")).allSatisfy(SourceDocumentMeaningTest::assertCommented);
    }

    @Test
    void theSpecialtiesForBindingAreThoseThatTheDocumentMeans() {
        assertThat(included("cpt-20697-specialties")).containsExactlyInAnyOrderElementsOf(meant("taxonomies"));
    }

    @Test
    void thePlacesAndPayersForBindingHoldThoseThatTheDocumentMeans() {
        assertThat(included("cpt-20697-places-of-service"))
                .containsAll(meant("sites"))
                .contains("23");
        assertThat(included("cpt-20697-payer-types")).containsAll(meant("payers"));
    }

    @Test
    void everyTableOfTheDocumentHasItsValueSet() {
        Map<String, Integer> sizes = Map.of(
                "modifiers", 15, "taxonomies", 5, "diagnoses", 5, "related-procedures", 5, "payers", 5, "sites", 4);
        assertThat(sizes).allSatisfy((table, size) -> assertThat(included("source-cpt-20697-" + table))
                .isEqualTo(table(table))
                .hasSize(size));
    }

    private static JsonNode source(String code) {
        return Content.concepts(Content.SOURCE).get(code);
    }

    /** The coded statements: the main code and the rows of the four tables. */
    private static Map<String, JsonNode> rows() {
        return Content.concepts(Content.SOURCE).entrySet().stream()
                .filter(entry -> !Content.text(entry.getValue(), "verdict").isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<String> table(String name) {
        return Content.concepts(Content.SOURCE).entrySet().stream()
                .filter(entry -> Content.text(entry.getValue(), "table").equals(name))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Set<String> meant(String table) {
        return table(table).stream()
                .flatMap(code -> codes(Content.values(source(code), "code-meant")).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the rows mean, what the vignette means, and the vignette's diagnosis for either side. */
    private static Set<String> meantDiagnoses() {
        Set<String> meant = meant("diagnoses");
        meant.addAll(codes(Content.values(source("vignette"), "code-meant")));
        meant.addAll(List.of("S82.251B", "S82.251C", "S82.252B", "S82.252C"));
        return meant;
    }

    private static List<String> absentMeanings(String system, String code) {
        return Content.extensions(Content.byUrl(system), "verified-absent").stream()
                .filter(absent -> Content.parts(absent, "code").get(0).asText().equals(code))
                .flatMap(absent -> codes(Content.parts(absent, "meant")).stream())
                .toList();
    }

    private static Map<String, List<JsonNode>> targets(String map) {
        Map<String, List<JsonNode>> targets = new TreeMap<>();
        for (JsonNode group : Content.byUrl(map).path("group")) {
            for (JsonNode element : group.path("element")) {
                targets.computeIfAbsent(element.path("code").asText(), code -> new ArrayList<>())
                        .addAll(Content.stream(element.path("target")).toList());
            }
        }
        return targets;
    }

    private static List<Content.Resource> supplements() {
        return Content.all("CodeSystem").stream()
                .filter(resource -> resource.json().has("supplements"))
                .toList();
    }

    private static List<Object> notes(JsonNode note) {
        return List.of(
                Content.text(note, "source-document-wording"),
                Content.text(note, "source-document-verdict"),
                Content.text(note, "source-document-what-is-wrong"),
                Content.values(note, "source-document-code-meant"));
    }

    private static List<Object> statements(JsonNode row) {
        return List.of(
                row.path("display").asText(),
                Content.text(row, "verdict"),
                Content.text(row, "what-is-wrong"),
                Content.values(row, "code-meant"));
    }

    private static List<String> sideNamedBy(String title) {
        if (title.contains(" unspecified tibia")) {
            return List.of();
        }
        return List.of(Content.BASE + "attribute/side " + (title.contains(" right ") ? "RT" : "LT"));
    }

    private static List<String> included(String valueSet) {
        return codes(compose(valueSet, "include"));
    }

    private static List<String> excluded(String valueSet) {
        return codes(compose(valueSet, "exclude"));
    }

    private static List<JsonNode> compose(String valueSet, String part) {
        return Content.stream(
                        Content.byUrl(VALUE_SETS + valueSet).path("compose").path(part))
                .flatMap(entry -> Content.stream(entry.path("concept")))
                .toList();
    }

    private static void assertCommented(JsonNode concept) {
        assertThat(concept.path("extension").path(0).path("url").asText()).isEqualTo(COMMENT);
        assertThat(concept.path("extension").path(0).path("valueString").asText())
                .isNotEmpty();
    }

    private static String equivalence(JsonNode target) {
        return target.path("equivalence").asText();
    }

    private static List<String> codes(List<JsonNode> codings) {
        return codings.stream().map(coding -> coding.path("code").asText()).toList();
    }
}
