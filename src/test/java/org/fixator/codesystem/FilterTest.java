package org.fixator.codesystem;

import static org.fixator.codesystem.Systems.codes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.fixator.coding.Coding;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.fixator.issue.Issue;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The expected sets are those of HL7's suites simple-cases and notSelectable where these have the case. */
class FilterTest {

    private static final TableCodeSystem SIMPLE = Systems.simple();

    private static List<String> select(String property, String operator, String value) {
        return codes(SIMPLE.filter(new PropertyFilter(property, operator, value)));
    }

    private static Issue refusal(String property, String operator, @Nullable String value) {
        TerminologyException refusal = assertThrows(
                TerminologyException.class, () -> SIMPLE.filter(new PropertyFilter(property, operator, value)));
        assertEquals(400, refusal.status());
        return refusal.issues().get(0);
    }

    private static TableCodeSystem selectability(String property, @Nullable PropertyDefinition definition) {
        CodeSystemBuilder builder = new CodeSystemBuilder();
        builder.describe(Systems.description("http://example.org/s")
                .withProperties(definition == null ? List.of() : List.of(definition)));
        builder.add("codeU", null);
        for (String value : List.of("false", "true")) {
            builder.begin();
            builder.code(value.equals("true") ? "codeNS" : "codeS");
            builder.property(Property.of(property, PropertyType.BOOLEAN, value));
            builder.end();
        }
        return builder.build();
    }

    @Test
    void hierarchyOperatorsWalkFromACode() {
        assertEquals(List.of("code2a", "code2aI", "code2aII"), select("concept", "is-a", "code2a"));
        assertEquals(List.of("code2aI", "code2aII"), select("code", "descendent-of", "code2a"));
        assertEquals(List.of("code1", "code3"), select("concept", "is-not-a", "code2"));
        assertEquals(List.of("code2", "code2a", "code2aI"), select("concept", "generalizes", "code2aI"));
        assertEquals(List.of("code2a", "code2b"), select("concept", "child-of", "code2"));
        assertEquals(List.of("code2aI", "code2aII", "code2b"), select("concept", "descendent-leaf", "code2"));
    }

    @Test
    void propertiesCompareByTheirText() {
        assertEquals(List.of("code2", "code2a", "code2aII"), select("prop", "=", "new"));
        assertEquals(List.of("code1", "code2aI", "code2b"), select("prop", "regex", "o[a-z]*"));
        assertEquals(List.of("code3"), select("prop", "exists", "false"));
        assertEquals(6, select("prop", "in", "old, new").size());
        assertEquals(List.of("code3"), select("prop", "not-in", "old,new"));
    }

    @Test
    void aRegexMatchesTheWholeValue() {
        assertEquals(List.of("code1", "code2", "code3"), select("code", "regex", "[^ \\t\\r\\n\\f]{5}"));
        assertEquals(List.of("code2", "code2a", "code2b"), select("display", "regex", "Display 2.?"));
        assertEquals(List.of("code2a"), select("designation", "regex", "Anz.*"));
    }

    @Test
    void codesAndEdgesAreFilteredLikeProperties() {
        assertEquals(List.of("code1", "code3"), select("concept", "in", "code3,nowhere,code1"));
        assertEquals(List.of("code2a", "code2b"), select("parent", "=", "code2"));
        assertEquals(List.of("code2"), select("child", "=", "code2b"));
        assertEquals(List.of("code2", "code2a"), select("child", "exists", "true"));
        assertEquals(List.of("code1", "code2", "code3"), select("parent", "exists", "false"));
    }

    @Test
    void everyConceptIsInactiveOrNot() {
        assertEquals(List.of("code2"), select("inactive", "=", "true"));
        assertEquals(6, select("inactive", "=", "false").size());
        assertEquals(List.of("code2"), select("status", "=", "retired"));
    }

    @Test
    void anUnknownSelectabilityIsNeitherTrueNorFalse() {
        for (TableCodeSystem system :
                List.of(selectability("notSelectable", Systems.NOT_SELECTABLE), selectability("notSelectable", null))) {
            assertEquals(List.of("codeNS"), codes(system.filter(new PropertyFilter("notSelectable", "=", "true"))));
            assertEquals(List.of("codeS"), codes(system.filter(new PropertyFilter("notSelectable", "=", "false"))));
            assertEquals(List.of(), codes(system.filter(new PropertyFilter("notSelectable", "=", "TRUE"))));
            assertEquals(List.of("codeNS"), codes(system.filter(new PropertyFilter("notSelectable", "in", "true"))));
            assertEquals(
                    List.of("codeU", "codeS"),
                    codes(system.filter(new PropertyFilter("notSelectable", "not-in", "true"))));
        }
    }

    @Test
    void codingsAreFoundByCodeAndBySystemAndCode() {
        CodeSystemBuilder builder = new CodeSystemBuilder();
        builder.describe(Systems.description("http://example.org/s"));
        for (String system : List.of("http://a", "http://b")) {
            builder.begin();
            builder.code(system.substring(7));
            builder.property(Property.ofCoding("like", Coding.of(system, "x")));
            builder.end();
        }
        TableCodeSystem system = builder.build();
        assertEquals(List.of("a", "b"), codes(system.filter(new PropertyFilter("like", "=", "x"))));
        assertEquals(List.of("b"), codes(system.filter(new PropertyFilter("like", "=", "http://b|x"))));
    }

    @Test
    void aFilterWithoutValueIsRefused() {
        Issue issue = refusal("concept", "is-a", null);
        assertEquals("UNABLE_TO_HANDLE_SYSTEM_FILTER_WITH_NO_VALUE", issue.messageId());
        assertEquals(
                "The system http://example.org/simple filter with property = concept, op = is-a has no value",
                issue.text());
    }

    @Test
    void whatIsNotKnownIsRefused() {
        assertEquals("FILTER_NOT_UNDERSTOOD", refusal("colour", "=", "red").messageId());
        assertEquals("FILTER_NOT_UNDERSTOOD", refusal("prop", "like", "x").messageId());
        assertEquals("FILTER_NOT_UNDERSTOOD", refusal("prop", "is-a", "x").messageId());
        assertEquals(
                "VALUESET_BAD_FILTER_VALUE_VALID_REGEX",
                refusal("code", "regex", "(").messageId());
        assertEquals(
                "VALUESET_BAD_FILTER_VALUE_BOOLEAN",
                refusal("prop", "exists", "yes").messageId());
        assertEquals(
                "VALUESET_BAD_FILTER_VALUE_VALID_CODE",
                refusal("concept", "is-a", "nowhere").messageId());
    }

    @Test
    void aHostileRegexTakesLinearTime() {
        TableCodeSystem system = Systems.flat("http://example.org/s", "a".repeat(5_000), "a".repeat(5_000) + "!");
        assertEquals(
                1,
                system.filter(new PropertyFilter("code", "regex", "((a+)+)+")).size());
    }
}
