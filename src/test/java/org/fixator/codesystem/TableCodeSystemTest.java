package org.fixator.codesystem;

import static org.fixator.codesystem.Systems.find;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.junit.jupiter.api.Test;

class TableCodeSystemTest extends CodeSystemContract {

    @Override
    protected CodeSystem system() {
        return Systems.simple();
    }

    @Override
    protected List<String> codes() {
        return List.of("code1", "code2a", "code3");
    }

    @Override
    protected String unknownCode() {
        return "codeX";
    }

    @Test
    void conceptsOfTwoVersionsAreEqualByTheirCode() {
        Concept one = find(Systems.flat("http://example.org/s|1", "A"), "A");
        Concept two = find(Systems.flat("http://example.org/s|2", "B", "A"), "A");
        Concept other = find(Systems.flat("http://example.org/t", "A"), "A");
        assertEquals(one, two);
        assertEquals(false, one.equals(other));
    }

    @Test
    void aSetOfOneVersionAnswersForAConceptOfAnother() {
        TableCodeSystem one = Systems.flat("http://example.org/s|1", "A", "B");
        TableCodeSystem two = Systems.flat("http://example.org/s|2", "C", "B");
        assertEquals(List.of("B"), Systems.codes(one.all().and(two.all())));
    }

    @Test
    void aSearchPagesAStableOrder() {
        TableCodeSystem system = Systems.simple();
        List<Concept> whole = system.search("disp", system.all(), 0, 100).concepts();
        assertEquals(7, whole.size());
        for (int i = 0; i < whole.size(); i++) {
            assertEquals(
                    List.of(whole.get(i)),
                    system.search("disp", system.all(), i, 1).concepts());
        }
    }

    @Test
    void filtersSelectWhatANaiveWalkSelects() {
        Random random = new Random(11);
        for (int round = 0; round < 30; round++) {
            check(randomSystem(random, 1 + random.nextInt(50)), random);
        }
    }

    /** A polyhierarchy over shuffled codes, with a property that some concepts have, some more than once. */
    private static TableCodeSystem randomSystem(Random random, int size) {
        CodeSystemBuilder builder = new CodeSystemBuilder();
        builder.describe(Systems.description("http://example.org/random").withProperties(List.of(Systems.PROP)));
        for (int i = 0; i < size; i++) {
            builder.begin();
            builder.code("c" + i * 7919 % 1000);
            for (int k = random.nextInt(3); k > 0; k--) {
                builder.property(Property.of("prop", PropertyType.CODE, "v" + random.nextInt(4)));
            }
            builder.end();
        }
        for (int child = 0; child < size - 1; child++) {
            for (int k = random.nextInt(3); k > 0; k--) {
                builder.parent(child, child + 1 + random.nextInt(size - child - 1));
            }
        }
        return builder.build();
    }

    private static void check(TableCodeSystem system, Random random) {
        List<Concept> concepts = new ArrayList<>();
        system.all().iterator(0).forEachRemaining(concepts::add);
        for (Concept concept : concepts) {
            Set<Concept> below = below(concept);
            assertSelects(system, "is-a", concept, with(below, concept));
            assertSelects(system, "descendent-of", concept, below);
            assertSelects(system, "child-of", concept, Set.copyOf(concept.children()));
            assertSelects(
                    system,
                    "descendent-leaf",
                    concept,
                    below.stream().filter(c -> c.children().isEmpty()).collect(Collectors.toSet()));
            assertSelects(
                    system,
                    "generalizes",
                    concept,
                    concepts.stream()
                            .filter(c -> with(below(c), c).contains(concept))
                            .collect(Collectors.toSet()));
        }
        String value = "v" + random.nextInt(4);
        assertEquals(
                concepts.stream()
                        .filter(c ->
                                c.properties().stream().anyMatch(p -> p.value().equals(value)))
                        .map(Concept::code)
                        .toList(),
                Systems.codes(system.filter(new PropertyFilter("prop", "=", value))));
    }

    private static void assertSelects(TableCodeSystem system, String operator, Concept concept, Set<Concept> expected) {
        ConceptSet selected = system.filter(new PropertyFilter("concept", operator, concept.code()));
        assertEquals(
                new TreeSet<>(expected.stream().map(Concept::code).toList()),
                new TreeSet<>(Systems.codes(selected)),
                () -> operator + " " + concept);
    }

    private static Set<Concept> below(Concept concept) {
        return concept.children().stream()
                .flatMap(child -> with(below(child), child).stream())
                .collect(Collectors.toSet());
    }

    private static Set<Concept> with(Set<Concept> set, Concept one) {
        Set<Concept> more = new HashSet<>(set);
        more.add(one);
        return more;
    }
}
