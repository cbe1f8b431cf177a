package org.fixator.systems.loinc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemBuilder;
import org.fixator.codesystem.CodeSystemContract;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.ConceptSet;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.codesystem.Subsumption;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.coding.ContentMode;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoincTest extends CodeSystemContract {

    private static final CodeSystem LOINC = Loinc.over(table("is-a"));
    private static final CodeSystem WITHOUT_HIERARCHY = Loinc.over(table(null));

    private static CodeSystem table(@Nullable String hierarchy) {
        CodeSystemBuilder builder = new CodeSystemBuilder();
        int part = builder.add("LP90001-1", "Inventin");
        property(builder, part, Property.of("PartName", PropertyType.STRING, "Inventin"));
        int term = builder.add("90001-1", "Inventin in Serum");
        property(builder, term, Property.ofCoding("COMPONENT", Coding.of(Loinc.URL, "LP90001-1")));
        property(builder, term, Property.ofCoding("answer-list", Coding.of(Loinc.URL, "LL9001-1")));
        property(builder, term, Property.of("group", PropertyType.CODE, "LG9001-1"));
        builder.add("LA9001-1", "Second");
        builder.add("LA9002-2", "First");
        int list = builder.add("LL9001-1", "First|Second");
        property(builder, list, Property.ofCoding("answer", Coding.of(Loinc.URL, "LA9002-2")));
        property(builder, list, Property.ofCoding("answer", Coding.of(Loinc.URL, "LA9001-1")));
        builder.add("LG9001-1", "Group");
        if (hierarchy != null) {
            builder.parent(term, part);
        }
        builder.describe(describe(hierarchy));
        return builder.build();
    }

    private static void property(CodeSystemBuilder builder, int ordinal, Property property) {
        builder.reopen(ordinal);
        builder.property(property);
        builder.end();
    }

    private static CodeSystemDescription describe(@Nullable String hierarchy) {
        return new CodeSystemDescription(
                Canonical.parse(Loinc.URL + "|2.81"),
                "LOINC",
                null,
                "active",
                false,
                null,
                ContentMode.COMPLETE,
                false,
                hierarchy,
                false,
                false,
                null,
                null,
                null,
                null,
                null,
                List.of(new org.fixator.codesystem.PropertyDefinition("PartName", null, null, PropertyType.STRING)),
                List.of(),
                List.of());
    }

    @Override
    protected CodeSystem system() {
        return LOINC;
    }

    @Override
    protected List<String> codes() {
        return List.of("LP90001-1", "90001-1", "LA9001-1");
    }

    @Override
    protected String unknownCode() {
        return "90009-9";
    }

    @Test
    void valueSetsOfListsKeepTheOrderOfTheAnswers() {
        assertThat(members("http://loinc.org/vs/LL9001-1")).containsExactly("LA9002-2", "LA9001-1");
        assertThat(members("http://loinc.org/vs/LP90001-1")).containsExactly("90001-1");
        assertThat(members("http://loinc.org/vs/LG9001-1")).containsExactly("90001-1");
        assertThat(LOINC.impliedFilters("http://loinc.org/vs/LL9009-9")).isNull();
        assertThat(LOINC.impliedFilters("http://loinc.org/vs/90001-1")).isNull();
        assertThat(LOINC.impliedFilters("http://example.org/vs/LL9001-1")).isNull();
    }

    @Test
    void filtersByTheNamesOfThePublishedPage() {
        assertThat(listed("answers-for", "90001-1")).containsExactly("LA9002-2", "LA9001-1");
        assertThat(listed("COMPONENT", "Inventin")).containsExactly("90001-1");
        assertThat(listed("COMPONENT", "LP90001-1")).containsExactly("90001-1");
        assertThat(listed("ancestor", "LP90001-1")).containsExactly("90001-1");
        assertThat(listed("parent", "LP90001-1")).containsExactly("90001-1");
    }

    @Test
    void withoutItsHierarchyNothingIsSaidOfSubsumption() {
        assertThat(WITHOUT_HIERARCHY.subsumes(concept("90001-1"), concept("90001-1")))
                .isEqualTo(Subsumption.EQUIVALENT);
        assertThatThrownBy(() -> WITHOUT_HIERARCHY.subsumes(
                        Objects.requireNonNull(WITHOUT_HIERARCHY.find("LP90001-1")),
                        Objects.requireNonNull(WITHOUT_HIERARCHY.find("90001-1"))))
                .isInstanceOf(TerminologyException.class)
                .hasMessageContaining("cannot be determined");
        assertThatThrownBy(() -> WITHOUT_HIERARCHY.filter(new PropertyFilter("ancestor", "=", "LP90001-1")))
                .isInstanceOf(TerminologyException.class);
    }

    private static List<String> members(String valueSet) {
        PropertyFilter filter =
                Objects.requireNonNull(LOINC.impliedFilters(valueSet)).get(0);
        return codes(LOINC.filter(filter));
    }

    private static List<String> listed(String property, String value) {
        return codes(LOINC.filter(new PropertyFilter(property, "=", value)));
    }

    private static List<String> codes(ConceptSet set) {
        List<String> codes = new ArrayList<>();
        set.iterator(0).forEachRemaining(concept -> codes.add(concept.code()));
        return codes;
    }
}
