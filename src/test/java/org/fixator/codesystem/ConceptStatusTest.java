package org.fixator.codesystem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.junit.jupiter.api.Test;

class ConceptStatusTest {

    private static final String BASE = "http://hl7.org/fhir/concept-properties#";

    private final CodeSystemBuilder builder = new CodeSystemBuilder();

    private Concept with(PropertyDefinition definition, Property... properties) {
        return with(List.of(definition), properties);
    }

    private Concept with(List<PropertyDefinition> definitions, Property... properties) {
        builder.describe(Systems.description("http://example.org/s").withProperties(definitions));
        builder.begin();
        builder.code("A");
        for (Property property : properties) {
            builder.property(property);
        }
        builder.end();
        return Systems.find(builder.build(), "A");
    }

    private static Property code(String property, String value) {
        return Property.of(property, PropertyType.CODE, value);
    }

    private static Property bool(String property, boolean value) {
        return Property.of(property, PropertyType.BOOLEAN, Boolean.toString(value));
    }

    private static Property date(String property, String value) {
        return Property.of(property, PropertyType.DATE_TIME, value);
    }

    @Test
    void retiredIsInactive() {
        Concept concept = with(List.of(), code("status", "retired"));
        assertTrue(concept.isInactive());
        assertEquals("retired", concept.status());
    }

    @Test
    void deprecatedIsStillActive() {
        Concept concept = with(List.of(), code("status", "deprecated"), date("deprecationDate", "2009-07-12"));
        assertFalse(concept.isInactive());
        assertEquals("deprecated", concept.status());
    }

    @Test
    void theInactivePropertyCountsAsBooleanAndAsCode() {
        assertTrue(with(List.of(), bool("inactive", true)).isInactive());
    }

    @Test
    void anInactiveCodeOfTrueCounts() {
        Concept concept = with(List.of(), code("inactive", "true"));
        assertTrue(concept.isInactive());
        assertEquals("inactive", concept.status());
    }

    @Test
    void aStatusUnderAnotherNameIsKnownByItsUri() {
        PropertyDefinition state = new PropertyDefinition("state", BASE + "status", null, PropertyType.CODE);
        assertTrue(with(state, code("state", "inactive")).isInactive());
    }

    @Test
    void aRetirementDateCountsWhenItHasCome() {
        Concept concept = with(List.of(), date("retirementDate", "2001"));
        assertTrue(concept.isInactive());
        assertEquals("retired", concept.status());
    }

    @Test
    void aRetirementDateInTheFutureDoesNotCount() {
        Concept concept = with(List.of(), date("retirementDate", "9999-01-01"));
        assertFalse(concept.isInactive());
        assertNull(concept.status());
    }

    @Test
    void aDeprecationDateThatHasComeIsAStatus() {
        assertEquals(
                "deprecated",
                with(List.of(), date("deprecationDate", "2012-11-09")).status());
    }

    @Test
    void aWithdrawnStandardsStatusIsInactive() {
        builder.describe(Systems.description("http://example.org/s"));
        builder.begin();
        builder.code("A");
        builder.extension(new Extension(
                "http://hl7.org/fhir/StructureDefinition/structuredefinition-standards-status", "withdrawn", "{}"));
        builder.end();
        Concept concept = Systems.find(builder.build(), "A");
        assertTrue(concept.isInactive());
        assertEquals("withdrawn", concept.status());
    }

    @Test
    void notSelectableIsKnownByUriOrByCode() {
        PropertyDefinition renamed =
                new PropertyDefinition("leaf-only", BASE + "notSelectable", null, PropertyType.BOOLEAN);
        assertTrue(with(renamed, bool("leaf-only", true)).isAbstract());
    }

    @Test
    void notSelectableNeedsNoDefinition() {
        assertTrue(with(List.of(), bool("notSelectable", true)).isAbstract());
    }

    @Test
    void notSelectableCountsByItsCodeEvenUnderAnotherUri() {
        PropertyDefinition other =
                new PropertyDefinition("notSelectable", BASE + "notSelectableX", null, PropertyType.BOOLEAN);
        assertTrue(with(other, bool("notSelectable", true)).isAbstract());
    }

    @Test
    void notSelectableFalseIsSelectable() {
        assertFalse(with(List.of(), bool("notSelectable", false)).isAbstract());
    }
}
