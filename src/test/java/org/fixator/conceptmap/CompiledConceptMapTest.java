package org.fixator.conceptmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fixator.coding.Canonical;
import org.fixator.conceptmap.CompiledConceptMap.Mapping;
import org.junit.jupiter.api.Test;

class CompiledConceptMapTest {

    @Test
    void answersAsAWalkOverTheDefinitionDoes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            ConceptMapDefinition definition = random(random);
            CompiledConceptMap compiled = CompiledConceptMap.of(definition);
            for (int i = 0; i < 25; i++) {
                String code = code(random);
                assertThat(compiled.from(code))
                        .as("seed %d, from %s", seed, code)
                        .isEqualTo(walk(definition, code, true));
                assertThat(compiled.to(code)).as("seed %d, to %s", seed, code).isEqualTo(walk(definition, code, false));
            }
        }
    }

    @Test
    void doesNotFindCodesThatItDoesNotHold() {
        CompiledConceptMap map = CompiledConceptMap.of(Maps.map("empty"));
        assertThat(map.from("")).isEmpty();
        assertThat(map.to("x")).isEmpty();
        assertThat(map.size()).isZero();
    }

    /** The size of the general equivalence mappings; the limit is generous, because it is to find a wrong order only. */
    @Test
    void answersFromEightyThousandRowsInMicroseconds() {
        List<MapElement> elements = new ArrayList<>();
        for (int i = 0; i < 81_593; i++) {
            elements.add(Maps.element("S" + i, Maps.target("T" + i % 20_000, Relationship.RELATEDTO)));
        }
        CompiledConceptMap map =
                CompiledConceptMap.of(Maps.map("large", Maps.group(null, elements.toArray(new MapElement[0]))));
        int rounds = 200_000;
        String[] codes = new String[1024];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = "S" + i * 79;
        }
        long found = 0;
        long begin = 0;
        for (int i = -rounds; i < rounds; i++) {
            if (i == 0) {
                begin = System.nanoTime();
            }
            found += map.from(codes[i & 1023]).size();
        }
        long nanosEach = (System.nanoTime() - begin) / rounds;
        assertThat(found).isEqualTo(2L * rounds);
        assertThat(nanosEach).isLessThan(10_000);
    }

    private static ConceptMapDefinition random(Random random) {
        List<MapGroup> groups = new ArrayList<>();
        for (int g = random.nextInt(3); g >= 0; g--) {
            List<MapElement> elements = new ArrayList<>();
            for (int e = random.nextInt(30); e > 0; e--) {
                List<MapTarget> targets = new ArrayList<>();
                for (int t = random.nextInt(3); t > 0; t--) {
                    targets.add(target(random));
                }
                elements.add(new MapElement(code(random), random.nextBoolean() ? code(random) : null, false, targets));
            }
            groups.add(new MapGroup(new Canonical("http://example.org/" + g, null), null, elements, null));
        }
        return Maps.map("random", groups.toArray(new MapGroup[0]));
    }

    private static MapTarget target(Random random) {
        Relationship[] all = Relationship.values();
        return new MapTarget(
                random.nextInt(10) == 0 ? null : code(random),
                random.nextBoolean() ? code(random) : null,
                all[random.nextInt(all.length)],
                random.nextInt(4) == 0 ? "a comment" : null,
                random.nextInt(4) == 0 ? List.of(Maps.side("RT")) : List.of(),
                List.of(),
                List.of());
    }

    private static String code(Random random) {
        String[] alphabet = {"a", "B", "9", ".", "é", "漢", "𝄞", ""};
        return alphabet[random.nextInt(alphabet.length)] + alphabet[random.nextInt(alphabet.length)];
    }

    private static List<Mapping> walk(ConceptMapDefinition definition, String code, boolean forward) {
        List<Mapping> found = new ArrayList<>();
        for (MapGroup group : definition.groups()) {
            CompiledConceptMap.Group header =
                    new CompiledConceptMap.Group(group.source(), group.target(), group.unmapped());
            for (MapElement element : group.elements()) {
                for (MapTarget target : element.targets()) {
                    if (code.equals(forward ? element.code() : target.code())) {
                        found.add(new Mapping(header, element.code(), element.display(), target));
                    }
                }
            }
        }
        return found;
    }
}
