package org.fixator.systems.cpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemBuilder;
import org.fixator.codesystem.CodeSystemContract;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.ConceptSet;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.codesystem.Subsumption;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invented codes in the sections of CPT; modifiers by their published rules. */
class CptCodeSystemTest extends CodeSystemContract {

    private static final String ANESTHESIA = "09991";
    private static final String SURGERY = "29991";
    private static final String LABORATORY = "89991";
    private static final String CATEGORY_TWO = "9991F";
    private static final CodeSystem CPT = Cpt.rules(5_000).apply(table(ContentMode.COMPLETE));
    private static final CodeSystem FRAGMENT = Cpt.rules(5_000).apply(table(ContentMode.FRAGMENT));

    private static CodeSystem table(ContentMode content) {
        CodeSystemBuilder builder = new CodeSystemBuilder();
        for (String code : List.of(ANESTHESIA, SURGERY, LABORATORY, CATEGORY_TWO, "Z0001")) {
            add(builder, code, false, "code");
        }
        for (String code : List.of("22", "50", "52", "53", "59", "63", "92", "95")) {
            add(builder, code, true, "general");
        }
        add(builder, "P1", true, "physical-status");
        add(builder, "1P", true, "cat-2");
        add(builder, "LT", true, "hcpcs");
        builder.reopen(builder.find(SURGERY));
        builder.property(Property.of("telemedicine", PropertyType.BOOLEAN, "true"));
        builder.end();
        List<PropertyDefinition> properties = List.of(
                new PropertyDefinition("modifier", null, null, PropertyType.BOOLEAN),
                new PropertyDefinition("kind", null, null, PropertyType.CODE),
                new PropertyDefinition("telemedicine", null, null, PropertyType.BOOLEAN));
        builder.describe(CodeSystemDescription.of(Canonical.parse(Cpt.URL + "|2026"))
                .withContent(content)
                .withProperties(properties));
        return builder.build();
    }

    private static void add(CodeSystemBuilder builder, String code, boolean modifier, String kind) {
        builder.reopen(builder.add(code, "Invented " + code));
        builder.property(Property.of("modifier", PropertyType.BOOLEAN, Boolean.toString(modifier)));
        builder.property(Property.of("kind", PropertyType.CODE, kind));
        builder.end();
    }

    @Override
    protected CodeSystem system() {
        return CPT;
    }

    @Override
    protected List<String> codes() {
        return List.of(ANESTHESIA, SURGERY, LABORATORY);
    }

    @Override
    protected String unknownCode() {
        return "29992";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "29991:52",
                "29991:22:52",
                "29991:52:22",
                "29991:LT",
                "29991:63",
                "29991:95",
                "09991:P1",
                "89991:92",
                "9991F:1P",
                "Z0001:63"
            })
    void aCodeWithModifiersIsACode(String expression) {
        Concept concept = concept(expression);
        assertEquals(expression, concept.code());
        assertThat(concept.display()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "29991:52:53, do not go together",
        "29991:22:22, stands twice",
        "29991:P1, anesthesia",
        "29991:1P, Category II",
        "9991F:50, Category II",
        "89991:63, surgical",
        "29991:92, laboratory",
        "89991:95, telemedicine",
        "29991:LABORATORY, no CPT modifier",
        "29991:89991, is not a modifier",
        "52:22, is a modifier",
        "29991:, no modifier after",
        ":52, no code before",
        "29991-52, after a colon",
    })
    void aWrongExpressionIsRefusedWithTheReason(String expression, String reason) {
        assertThat(CPT.find(expression)).isNull();
        assertThat(CPT.absence(expression).certain()).isTrue();
        assertThat(CPT.absence(expression).reason()).contains(reason);
    }

    @Test
    void aFragmentLeavesAPartThatIsNotInItOpen() {
        assertNotNull(FRAGMENT.find("29991:52"));
        assertThat(FRAGMENT.absence("29991:24").certain()).isFalse();
        assertThat(FRAGMENT.absence("29992:52").certain()).isFalse();
        assertThat(FRAGMENT.absence("29991:52:53").certain()).isTrue();
    }

    @Test
    void theOrderOfModifiersDoesNotMatter() {
        assertEquals(Subsumption.EQUIVALENT, CPT.subsumes(concept("29991:22:52"), concept("29991:52:22")));
        assertEquals(Subsumption.NOT_SUBSUMED, CPT.subsumes(concept("29991"), concept("29991:52")));
    }

    @Test
    void anExpressionSaysWhatItIsMadeOf() {
        assertThat(concept("29991:52").properties())
                .extracting(property -> property.code() + "=" + property.value() + "/" + property.description())
                .containsExactly(
                        "modifier=false/null",
                        "modified=true/null",
                        "base-code=29991/Invented 29991",
                        "applied-modifier=52/Invented 52");
    }

    @Test
    void filtersAreThoseOfThePublishedPage() {
        assertThat(listed("modifier", "=", "true")).hasSize(11);
        assertThat(filter("modifier", "=", "true").isClosed()).isTrue();
        assertThat(listed("modifier", "=", "false")).hasSize(5);
        assertThat(filter("modifier", "=", "false").contains(concept("29991:52")))
                .isTrue();
        assertThat(filter("modified", "=", "true").contains(concept("29991:52")))
                .isTrue();
        assertThat(filter("modified", "=", "true").contains(concept("29991"))).isFalse();
        assertThat(filter("modified", "=", "false").contains(concept("29991:52")))
                .isFalse();
        assertThat(listed("code", "in", "20000-29999,Z0001")).containsExactly(SURGERY, "Z0001");
        assertThat(listed("kind", "in", "physical-status,cat-2")).containsExactly("P1", "1P");
        assertThat(listed("telemedicine", "=", "true")).containsExactly(SURGERY);
    }

    @Test
    void theFourValueSetsHaveTwoUrlsEach() {
        for (String base : List.of("http://hl7.org/fhir/ValueSet/", "http://terminology.hl7.org/ValueSet/")) {
            assertThat(CPT.impliedFilters(base + "cpt-all")).isEmpty();
            assertThat(members(base + "cpt-base").contains(concept("29991:52"))).isFalse();
            assertThat(members(base + "cpt-base").size()).isEqualTo(5);
            assertThat(members(base + "cpt-base").isClosed()).isTrue();
            assertThat(members(base + "cpt-usable").contains(concept("29991:52")))
                    .isTrue();
            assertThat(members(base + "cpt-usable").contains(concept("52"))).isFalse();
            assertThat(members(base + "cpt-modifiers").size()).isEqualTo(11);
        }
        assertThat(CPT.impliedFilters("http://example.org/ValueSet/cpt-all")).isNull();
    }

    @Test
    void anEnumerationMayHoldExpressions() {
        ConceptSet set = CPT.enumerated(List.of(concept("29991:52"), concept("22")));
        assertThat(codes(set)).containsExactly("29991:52", "22");
        assertThat(codes(set.and(CPT.all()))).containsExactly("29991:52", "22");
        assertThat(codes(CPT.all().and(set))).containsExactly("29991:52", "22");
        assertThat(CPT.all().without(set).contains(concept("29991:52"))).isFalse();
        assertThat(CPT.all().isClosed()).isFalse();
    }

    @Test
    void theLicenceLimitsExpansions() {
        assertEquals(1_000, CPT.maximumExpansion());
        assertEquals(10, Cpt.rules(10).apply(table(ContentMode.COMPLETE)).maximumExpansion());
    }

    private ConceptSet filter(String property, String operator, String value) {
        return CPT.filter(new PropertyFilter(property, operator, value));
    }

    private List<String> listed(String property, String operator, String value) {
        return codes(filter(property, operator, value));
    }

    private static ConceptSet members(String valueSet) {
        ConceptSet members = CPT.all();
        for (PropertyFilter filter : java.util.Objects.requireNonNull(CPT.impliedFilters(valueSet))) {
            members = members.and(CPT.filter(filter));
        }
        return members;
    }

    private static List<String> codes(ConceptSet set) {
        List<String> codes = new ArrayList<>();
        set.iterator(0).forEachRemaining(concept -> codes.add(concept.code()));
        return codes;
    }
}
