package org.fixator.codesystem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.coding.ContentMode;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.fixator.issue.TerminologyException;
import org.junit.jupiter.api.Test;

class CodeSystemBuilderTest {

    private static final CodeSystemDescription LETTERS =
            CodeSystemDescription.of(Canonical.parse("http://example.org/letters|1"));

    private final CodeSystemBuilder builder = new CodeSystemBuilder();

    private TableCodeSystem built() {
        builder.describe(LETTERS);
        return builder.build();
    }

    private static Concept find(CodeSystem system, String code) {
        Concept concept = system.find(code);
        assertNotNull(concept, code);
        return concept;
    }

    private static List<String> codes(List<Concept> concepts) {
        return concepts.stream().map(Concept::code).toList();
    }

    @Test
    void everythingThatIsSaidOfAConceptComesBack() {
        Designation german = new Designation(
                "de", Coding.of("http://example.org/use", "short"), "Buchstabe A", "deprecated", List.of());
        Property kind = Property.of("kind", PropertyType.CODE, "vowel");
        Property like = Property.ofCoding("like", new Coding("http://example.org/x", "2", "alpha", "Alpha"));
        Property height = new Property("height", PropertyType.DECIMAL, "1.50", null, "in centimetres");
        Extension extension = new Extension("http://example.org/e", "1", "{\"url\":\"http://example.org/e\"}");
        builder.begin();
        builder.code("A");
        builder.display("Letter A");
        builder.definition("The first letter");
        builder.designation(german);
        builder.property(kind);
        builder.property(like);
        builder.property(height);
        builder.extension(extension);
        builder.end();
        builder.add("B", null);

        Concept a = find(built(), "A");
        assertEquals("Letter A", a.display());
        assertEquals("The first letter", a.definition());
        assertEquals(List.of(german), a.designations());
        assertEquals(List.of(kind, like, height), a.properties());
        assertEquals(List.of(extension), a.extensions());
        assertFalse(a.isAbstract());
        assertFalse(a.isInactive());
    }

    @Test
    void aConceptWithNothingButACodeHasNothingElse() {
        builder.add("A", null);
        Concept a = find(built(), "A");
        assertNull(a.display());
        assertNull(a.definition());
        assertNull(a.status());
        assertEquals(List.of(), a.designations());
        assertEquals(List.of(), a.properties());
        assertEquals(List.of(), a.parents());
    }

    @Test
    void theCodeMayComeAfterTheChildren() {
        builder.begin();
        builder.add("A1", "first");
        builder.add("A2", "second");
        builder.code("A");
        builder.end();
        TableCodeSystem system = built();
        assertEquals(List.of("A1", "A2"), codes(find(system, "A").children()));
        assertEquals(List.of("A"), codes(find(system, "A2").parents()));
    }

    @Test
    void propertiesStateAHierarchyAndAreNotKept() {
        builder.add("A", null);
        int b = builder.add("B", null);
        builder.reopen(b);
        builder.property(Property.of("parent", PropertyType.CODE, "A"));
        builder.property(Property.of("parent", PropertyType.CODE, "C"));
        builder.property(Property.of("kind", PropertyType.CODE, "x"));
        builder.end();
        builder.begin();
        builder.code("C");
        builder.property(Property.of("child", PropertyType.CODE, "B"));
        builder.end();
        TableCodeSystem system = built();
        assertEquals(List.of("A", "C"), codes(find(system, "B").parents()));
        assertEquals(
                List.of(Property.of("kind", PropertyType.CODE, "x")),
                find(system, "B").properties());
        assertEquals(Subsumption.SUBSUMES, system.subsumes(find(system, "C"), find(system, "B")));
        assertEquals(Subsumption.SUBSUMED_BY, system.subsumes(find(system, "B"), find(system, "A")));
        assertEquals(Subsumption.NOT_SUBSUMED, system.subsumes(find(system, "A"), find(system, "C")));
    }

    @Test
    void aPropertyDefinedAsParentStatesAHierarchyUnderItsOwnName() {
        builder.add("A", null);
        builder.begin();
        builder.code("B");
        builder.property(Property.of("over", PropertyType.CODE, "A"));
        builder.end();
        builder.describe(LETTERS.withProperties(List.of(new PropertyDefinition(
                "over", "http://hl7.org/fhir/concept-properties#parent", null, PropertyType.CODE))));
        Concept b = find(builder.build(), "B");
        assertEquals(List.of("A"), codes(b.parents()));
        assertEquals(List.of(Property.of("over", PropertyType.CODE, "A")), b.properties());
    }

    @Test
    void aParentIsFoundAsTheSystemComparesCodes() {
        builder.add("A", null);
        builder.begin();
        builder.code("B");
        builder.property(Property.of("parent", PropertyType.CODE, "a"));
        builder.end();
        builder.describe(LETTERS.withCaseSensitive(false));
        TableCodeSystem system = builder.build();
        assertEquals(List.of("A"), codes(find(system, "b").parents()));
    }

    @Test
    void aDuplicateCodeIsRefused() {
        builder.add("A", null);
        builder.add("A", null);
        assertRefused("'A' stands more than once");
    }

    @Test
    void aConceptWithoutACodeIsRefused() {
        builder.begin();
        builder.display("Letter A");
        builder.end();
        assertRefused("no code (Letter A)");
    }

    @Test
    void aCycleIsRefusedAndShown() {
        int a = builder.add("A", null);
        int b = builder.add("B", null);
        int c = builder.add("C", null);
        builder.add("D", null);
        builder.parent(a, b);
        builder.parent(b, c);
        builder.parent(c, a);
        assertRefused("A < B < C < A");
    }

    @Test
    void aParentThatDoesNotExistIsRefusedInACompleteSystem() {
        builder.begin();
        builder.code("A");
        builder.property(Property.of("parent", PropertyType.CODE, "Z"));
        builder.end();
        assertRefused("'A'", "'Z'");
    }

    @Test
    void aParentThatDoesNotExistStaysAPropertyInAFragment() {
        Property parent = Property.of("parent", PropertyType.CODE, "Z");
        builder.begin();
        builder.code("A");
        builder.property(parent);
        builder.end();
        builder.describe(LETTERS.withContent(ContentMode.FRAGMENT));
        Concept a = find(builder.build(), "A");
        assertEquals(List.of(), a.parents());
        assertEquals(List.of(parent), a.properties());
    }

    private void assertRefused(String... texts) {
        TerminologyException refusal = assertThrows(TerminologyException.class, this::built);
        assertEquals(422, refusal.status());
        String message = String.valueOf(refusal.getMessage());
        for (String text : texts) {
            assertTrue(message.contains(text), message);
        }
    }
}
