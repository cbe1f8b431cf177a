package org.fixator.conceptmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixator.conceptmap.Maps.element;
import static org.fixator.conceptmap.Maps.forward;
import static org.fixator.conceptmap.Maps.group;
import static org.fixator.conceptmap.Maps.map;
import static org.fixator.conceptmap.Maps.reverse;
import static org.fixator.conceptmap.Maps.side;
import static org.fixator.conceptmap.Maps.target;
import static org.fixator.conceptmap.Maps.unmapped;
import static org.fixator.conceptmap.Maps.value;

import java.util.List;
import org.fixator.codesystem.CodedValue;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.junit.jupiter.api.Test;

class TranslateOperationTest {

    private static final MapGroup SIMPLE = group(
            null,
            element("p1", target("d1", Relationship.EQUIVALENT)),
            element("p2", target("d2", Relationship.DISJOINT)),
            element("p3", target(null, Relationship.UNMATCHED)));

    @Test
    void findsATranslationInAnyMapThatFits() {
        TranslateResult result = translate(forward("p1"), map("a", SIMPLE));
        assertThat(result.result()).isTrue();
        assertThat(result.message()).isNull();
        assertThat(result.matches()).singleElement().satisfies(match -> {
            assertThat(match.coding()).isEqualTo(Coding.of(Maps.DIAGNOSES, "d1"));
            assertThat(match.asked()).isEqualTo(Coding.of(Maps.PROCEDURES, "p1"));
            assertThat(match.map()).isEqualTo("http://example.org/ConceptMap/a|1");
            assertThat(match.relationship()).isEqualTo(Relationship.EQUIVALENT);
        });
    }

    @Test
    void findsNothingWithResultFalseAndSaysSo() {
        TranslateResult result = translate(forward("other"), map("a", SIMPLE));
        assertThat(result.result()).isFalse();
        assertThat(result.matches()).isEmpty();
        assertThat(result.message())
                .isEqualTo("No concept map known here translates 'http://example.org/procedures#other'");
    }

    @Test
    void aDisjointTargetIsAMatchThatIsNoTranslation() {
        TranslateResult result = translate(forward("p2"), map("a", SIMPLE));
        assertThat(result.result()).isFalse();
        assertThat(result.matches()).hasSize(1);
    }

    @Test
    void anUnmatchedCodeHasAMatchWithoutConcept() {
        TranslateResult result = translate(forward("p3"), map("a", SIMPLE));
        assertThat(result.result()).isFalse();
        assertThat(result.matches()).singleElement().satisfies(match -> assertThat(match.coding())
                .isNull());
    }

    @Test
    void noMapOfR5MeansUnmatched() {
        MapGroup group = group(unmapped("fixed", "d9", null), new MapElement("p1", null, true, List.of()));
        TranslateResult result = translate(forward("p1"), map("a", group));
        assertThat(result.result()).isFalse();
        assertThat(result.matches()).singleElement().satisfies(match -> assertThat(match.relationship())
                .isEqualTo(Relationship.UNMATCHED));
    }

    @Test
    void translatesInReverse() {
        TranslateResult result = translate(reverse("d1"), map("a", SIMPLE));
        assertThat(result.result()).isTrue();
        assertThat(result.matches()).singleElement().satisfies(match -> {
            assertThat(match.coding()).isEqualTo(Coding.of(Maps.PROCEDURES, "p1"));
            assertThat(match.asked()).isEqualTo(Coding.of(Maps.DIAGNOSES, "d1"));
        });
    }

    @Test
    void findsEverySourceOfATargetInReverse() {
        MapGroup two = group(
                null,
                element("p1", target("d1", Relationship.EQUIVALENT)),
                element("p2", target("d1", Relationship.WIDER)));
        assertThat(translate(reverse("d1"), map("a", two)).matches())
                .extracting(match -> String.valueOf(
                        match.coding() == null ? null : match.coding().code()))
                .containsExactly("p1", "p2");
    }

    @Test
    void doesNotUseUnmappedInReverse() {
        assertThat(translate(reverse("d9"), map("a", group(unmapped("fixed", "d9", null))))
                        .matches())
                .isEmpty();
    }

    @Test
    void ignoresMapsFromOtherSystems() {
        MapGroup other = group(
                "http://example.org/other",
                Maps.DIAGNOSES,
                unmapped("fixed", "d9", null),
                element("p1", target("d7", Relationship.EQUIVALENT)));
        assertThat(codes(translate(forward("p1"), map("a", SIMPLE), map("b", other))))
                .containsExactly("d1");
    }

    @Test
    void aSourceVersionThatDiffersDoesNotFit() {
        MapGroup versioned = new MapGroup(
                new Canonical(Maps.PROCEDURES, "2024"),
                new Canonical(Maps.DIAGNOSES, "2026"),
                List.of(element("p1", target("d1", Relationship.EQUIVALENT))),
                null);
        assertThat(translate(request(new Coding(Maps.PROCEDURES, "2023", "p1", null)), map("a", versioned))
                        .matches())
                .isEmpty();
        assertThat(translate(request(new Coding(Maps.PROCEDURES, "2024", "p1", null)), map("a", versioned))
                        .matches())
                .singleElement()
                .satisfies(
                        match -> assertThat(match.coding()).isEqualTo(new Coding(Maps.DIAGNOSES, "2026", "d1", null)));
    }

    @Test
    void theTargetSystemSelectsGroups() {
        ConceptMapDefinition map = map(
                "a",
                SIMPLE,
                group(
                        Maps.PROCEDURES,
                        "http://example.org/devices",
                        null,
                        element("p1", target("x", Relationship.RELATEDTO))));
        TranslateRequest request = new TranslateRequest(
                null,
                value(Maps.PROCEDURES, "p1"),
                false,
                null,
                null,
                new Canonical("http://example.org/devices", null),
                List.of());
        assertThat(codes(translate(request, map))).containsExactly("x");
    }

    @Test
    void scopesSelectMaps() {
        ConceptMapDefinition scoped = scoped("scoped", "http://example.org/ValueSet/s|2");
        TranslateRequest right = new TranslateRequest(
                null, value(Maps.PROCEDURES, "p1"), false, "http://example.org/ValueSet/s", null, null, List.of());
        TranslateRequest wrong = new TranslateRequest(
                null, value(Maps.PROCEDURES, "p1"), false, "http://example.org/ValueSet/t", null, null, List.of());
        assertThat(translate(right, scoped, map("unscoped", SIMPLE)).matches()).hasSize(1);
        assertThat(translate(wrong, scoped).matches()).isEmpty();
    }

    @Test
    void aMapThatWasChosenNeedNotNameTheScope() {
        Maps maps = Maps.of(map("unscoped", SIMPLE));
        TranslateRequest request = new TranslateRequest(
                maps.all().get(0),
                value(Maps.PROCEDURES, "p1"),
                false,
                "http://example.org/ValueSet/s",
                null,
                null,
                List.of());
        assertThat(new TranslateOperation(maps).run(request).result()).isTrue();
    }

    @Test
    void retiredMapsAnswerOnlyByName() {
        ConceptMapDefinition retired = new ConceptMapDefinition(
                new Canonical("http://example.org/ConceptMap/old", null),
                null,
                "retired",
                null,
                null,
                null,
                List.of(SIMPLE),
                List.of());
        Maps maps = Maps.of(retired);
        assertThat(translate(forward("p1"), retired).result()).isFalse();
        TranslateRequest byName = new TranslateRequest(
                maps.all().get(0), value(Maps.PROCEDURES, "p1"), false, null, null, null, List.of());
        assertThat(new TranslateOperation(maps).run(byName).result()).isTrue();
    }

    @Test
    void withoutDependenciesConditionalTargetsComeLastWithTheirConditions() {
        TranslateResult result = translate(forward("p1"), map("a", sided()));
        assertThat(codes(result)).containsExactly("any", "right", "left");
        assertThat(result.message())
                .isEqualTo("'http://example.org/diagnoses#right' only where http://example.org/attribute/side is"
                        + " 'http://example.org/modifiers#RT'\n"
                        + "'http://example.org/diagnoses#left' only where http://example.org/attribute/side is"
                        + " 'http://example.org/modifiers#LT'");
    }

    @Test
    void withDependenciesOnlyWhatTheySatisfyIsFound() {
        TranslateResult result = translate(forward("p1", side("RT")), map("a", sided()));
        assertThat(codes(result)).containsExactly("any", "right");
        assertThat(result.message()).isNull();
    }

    @Test
    void aConditionThatTheClientSaysNothingOfIsNotMet() {
        DependsOn age = new DependsOn("http://example.org/attribute/age", "valueString", "child", null);
        assertThat(codes(translate(forward("p1", age), map("a", sided())))).containsExactly("any");
    }

    @Test
    void aDependencyWithoutSystemMatchesByItsValue() {
        DependsOn right = new DependsOn(Maps.SIDE, "valueString", "RT", null);
        assertThat(codes(translate(forward("p1", right), map("a", sided())))).containsExactly("any", "right");
    }

    @Test
    void unmappedCodesAreProvidedAsTheyAre() {
        MapGroup group =
                group(unmapped("use-source-code", null, null), element("p1", target("d1", Relationship.EQUIVALENT)));
        assertThat(codes(translate(forward("p9"), map("a", group)))).containsExactly("p9");
        assertThat(codes(translate(forward("p1"), map("a", group)))).containsExactly("d1");
    }

    @Test
    void unmappedCodesGetTheFixedCode() {
        assertThat(codes(translate(forward("p9"), map("a", group(unmapped("fixed", "d0", null))))))
                .containsExactly("d0");
    }

    @Test
    void unmappedCodesGoToTheOtherMap() {
        ConceptMapDefinition first =
                map("first", group(unmapped("other-map", null, "http://example.org/ConceptMap/second|1")));
        ConceptMapDefinition second = map("second", SIMPLE);
        Maps maps = Maps.of(first, second);
        TranslateRequest request = new TranslateRequest(
                maps.all().get(0), value(Maps.PROCEDURES, "p1"), false, null, null, null, List.of());
        TranslateResult result = new TranslateOperation(maps).run(request);
        assertThat(result.matches()).singleElement().satisfies(match -> assertThat(match.map())
                .isEqualTo("http://example.org/ConceptMap/second|1"));
    }

    @Test
    void mapsThatReferToOneAnotherEnd() {
        ConceptMapDefinition first =
                map("first", group(unmapped("other-map", null, "http://example.org/ConceptMap/second")));
        ConceptMapDefinition second =
                map("second", group(unmapped("other-map", null, "http://example.org/ConceptMap/first")));
        assertThat(translate(forward("p1"), first, second).result()).isFalse();
    }

    @Test
    void aMissingOtherMapIsSaid() {
        ConceptMapDefinition first =
                map("first", group(unmapped("other-map", null, "http://example.org/ConceptMap/gone")));
        assertThat(translate(forward("p1"), first).message())
                .contains("'http://example.org/ConceptMap/gone', which could not be found");
    }

    @Test
    void theMessageOfAMapGoesWithItsAnswers() {
        ConceptMapDefinition relation = new ConceptMapDefinition(
                null, null, "active", null, null, "These are relations, not translations", List.of(SIMPLE), List.of());
        assertThat(translate(forward("p1"), relation).message()).isEqualTo("These are relations, not translations");
        assertThat(translate(forward("p9"), relation).message()).doesNotContain("relations");
    }

    @Test
    void allCodingsOfACodeableConceptAreTranslated() {
        CodedValue value = new CodedValue(
                CodedValue.Form.CODEABLE_CONCEPT,
                List.of(Coding.of(Maps.PROCEDURES, "p1"), Coding.of(Maps.PROCEDURES, "p2")),
                null);
        TranslateRequest request = new TranslateRequest(null, value, false, null, null, null, List.of());
        assertThat(codes(translate(request, map("a", SIMPLE)))).containsExactly("d1", "d2");
    }

    private static MapGroup sided() {
        return group(
                null,
                element(
                        "p1",
                        target("right", Relationship.RELATEDTO, side("RT")),
                        target("left", Relationship.RELATEDTO, side("LT")),
                        target("any", Relationship.RELATEDTO)));
    }

    private static ConceptMapDefinition scoped(String name, String sourceScope) {
        return new ConceptMapDefinition(
                new Canonical("http://example.org/ConceptMap/" + name, null),
                null,
                "active",
                sourceScope,
                null,
                null,
                List.of(SIMPLE),
                List.of());
    }

    private static TranslateRequest request(Coding coding) {
        CodedValue value = new CodedValue(CodedValue.Form.CODING, List.of(coding), null);
        return new TranslateRequest(null, value, false, null, null, null, List.of());
    }

    private static TranslateResult translate(TranslateRequest request, ConceptMapDefinition... maps) {
        return new TranslateOperation(Maps.of(maps)).run(request);
    }

    private static List<String> codes(TranslateResult result) {
        return result.matches().stream()
                .map(match -> match.coding() == null
                        ? ""
                        : String.valueOf(match.coding().code()))
                .toList();
    }
}
