package org.fixator.codesystem;

import static org.fixator.codesystem.Systems.find;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.junit.jupiter.api.Test;

class SupplementedCodeSystemTest extends CodeSystemContract {

    private static final Property NOTE = Property.of("note", PropertyType.STRING, "mind");
    private static final Designation DUTCH = Designation.of("nl", null, "ectenoot");
    private static final Extension WEIGHT = new Extension("http://example.org/weight", "1", "{}");

    private final TableCodeSystem base = Systems.simple();

    @Override
    protected CodeSystem system() {
        return system;
    }

    @Override
    protected List<String> codes() {
        return List.of("code1", "code2a", "code2b");
    }

    @Override
    protected String unknownCode() {
        return "more";
    }

    private final CodeSystem system = SupplementedCodeSystem.of(base, List.of(supplement()));

    static TableCodeSystem supplement() {
        CodeSystemBuilder builder = new CodeSystemBuilder();
        builder.describe(Systems.description("http://example.org/more|0.1", "nl", Systems.SIMPLE, List.of())
                .withProperties(List.of(new PropertyDefinition("note", null, null, PropertyType.STRING))));
        builder.begin();
        builder.code("code2b");
        builder.property(NOTE);
        builder.designation(DUTCH);
        builder.extension(WEIGHT);
        builder.end();
        builder.add("code1", "Weergave 1");
        return builder.build();
    }

    @Test
    void whatASupplementAddsIsThere() {
        Concept concept = find(system, "code2b");
        assertEquals(List.of(DUTCH), concept.designations());
        assertTrue(concept.properties().contains(NOTE));
        assertEquals(2, concept.properties().size());
        assertEquals(List.of(WEIGHT), concept.extensions());
        assertEquals("Display 2b", concept.display());
    }

    @Test
    void theDisplayOfASupplementIsAFurtherName() {
        assertEquals(
                List.of(Designation.of("nl", DisplayChoice.PREFERRED_FOR_LANGUAGE, "Weergave 1")),
                find(system, "code1").designations());
    }

    @Test
    void aConceptEqualsItselfWithoutAdditions() {
        Concept bare = find(base, "code2b");
        Concept more = find(system, "code2b");
        assertEquals(bare, more);
        assertEquals(more, bare);
        assertEquals(bare.hashCode(), more.hashCode());
        assertNotEquals(more, find(base, "code1"));
        assertTrue(base.all().contains(more));
        assertTrue(system.all().contains(bare));
    }

    @Test
    void setsOfBaseAndSystemCombine() {
        ConceptSet old = system.filter(new PropertyFilter("prop", "=", "old"));
        ConceptSet below = base.filter(new PropertyFilter("concept", "is-a", "code2"));
        assertEquals(List.of("code2aI", "code2b"), Systems.codes(old.and(below)));
        assertEquals(List.of("code1"), Systems.codes(old.without(below)));
        assertEquals(List.of("code2aI", "code2b"), Systems.codes(below.and(old)));
    }

    @Test
    void membersCarryTheirAdditions() {
        Concept member =
                system.enumerated(List.of(find(base, "code2b"))).iterator(0).next();
        assertEquals(List.of(DUTCH), member.designations());
        Concept child = find(system, "code2").children().get(1);
        assertEquals(List.of(DUTCH), child.designations());
    }

    @Test
    void propertiesOfASupplementCanBeFilteredBy() {
        assertEquals(List.of("code2b"), Systems.codes(system.filter(new PropertyFilter("note", "=", "mind"))));
        assertEquals(
                6, system.filter(new PropertyFilter("note", "exists", "false")).size());
        assertEquals(
                6, system.filter(new PropertyFilter("note", "not-in", "mind")).size());
    }

    @Test
    void propertiesOfASupplementAreDeclared() {
        assertEquals(
                List.of("prop", "notSelectable", "note"),
                system.description().properties().stream()
                        .map(PropertyDefinition::code)
                        .toList());
    }

    @Test
    void whatTheBaseDoesNotHaveIsNotThere() {
        assertNull(system.find("more"));
        assertSame(base, SupplementedCodeSystem.of(base, List.of()));
    }
}
