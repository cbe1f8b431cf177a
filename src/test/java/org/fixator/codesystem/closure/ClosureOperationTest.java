package org.fixator.codesystem.closure;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.fixator.codesystem.Budget;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemBuilder;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.CodeSystems;
import org.fixator.codesystem.closure.ClosureTable.Entry;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClosureOperationTest {

    private static final String ANIMALS = "http://example.org/animals";
    private static final String PLANTS = "http://example.org/plants";

    private final Served served = new Served();
    private final Kept tables = new Kept();
    private final CheckedClosures checked = new CheckedClosures();
    private ClosureLimits limits = ClosureLimits.DEFAULT;

    /** Code systems, the newest of a url first. */
    private static final class Served implements CodeSystems {
        private final List<CodeSystem> systems = new ArrayList<>();

        @Override
        public @Nullable CodeSystem find(String url, @Nullable String version) {
            return systems.stream()
                    .filter(system -> system.description().url().equals(url))
                    .filter(system -> version == null
                            || version.equals(system.description().version()))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public List<String> versions(String url) {
            return List.of();
        }

        @Override
        public String served(String url) {
            return url.equals("urn:oid:1.2.3") ? ANIMALS : url;
        }

        @Override
        public @Nullable CodeSystem supplement(Canonical supplement) {
            return null;
        }

        @Override
        public List<CodeSystem> defaultSupplements(Canonical system) {
            return List.of();
        }

        @Override
        public List<CodeSystem> supplements(Canonical system) {
            return List.of();
        }
    }

    private static final class Kept implements ClosureTables {
        private final Map<String, ClosureTable> tables = new HashMap<>();

        @Override
        public @Nullable ClosureTable find(String name) {
            return tables.get(name);
        }

        @Override
        public ClosureTable change(String name, Function<@Nullable ClosureTable, ClosureTable> change) {
            ClosureTable after = change.apply(tables.get(name));
            tables.put(name, after);
            return after;
        }
    }

    /** @param parents each a code and, after {@code <}, its parents */
    private static CodeSystem system(String canonical, String... parents) {
        CodeSystemBuilder builder = new CodeSystemBuilder();
        builder.describe(CodeSystemDescription.of(Canonical.parse(canonical)));
        Map<String, Integer> numbers = new HashMap<>();
        for (String line : parents) {
            String code = line.split("<", 2)[0];
            numbers.put(code, builder.add(code, code));
        }
        for (String line : parents) {
            String[] sides = line.split("<", 2);
            for (String parent : sides.length < 2 ? new String[0] : sides[1].split(",", -1)) {
                builder.parent(requireNonNull(numbers.get(sides[0])), requireNonNull(numbers.get(parent)));
            }
        }
        return builder.build();
    }

    private void serveAnimals() {
        served.systems.add(system(
                ANIMALS + "|1",
                "animal",
                "bird<animal",
                "swimmer<animal",
                "duck<bird,swimmer",
                "teal<duck",
                "cat<animal"));
    }

    private ClosureResult run(String name, @Nullable String version, Coding... concepts) {
        return new ClosureOperation(served, tables, checked, limits, Budget.UNLIMITED)
                .run(new ClosureRequest(name, List.of(concepts), version));
    }

    private ClosureResult add(String... codes) {
        Coding[] codings = new Coding[codes.length];
        for (int i = 0; i < codes.length; i++) {
            codings[i] = Coding.of(ANIMALS, codes[i]);
        }
        return run("t", null, codings);
    }

    private TerminologyException refusal(String name, @Nullable String version, Coding... concepts) {
        return catchThrowableOfType(TerminologyException.class, () -> run(name, version, concepts));
    }

    private static List<String> words(ClosureResult result) {
        List<Entry> entries = result.table().entries();
        return result.relations().stream()
                .map(relation -> entries.get(relation.narrower()).code()
                        + (relation.equal() ? "=" : "<")
                        + entries.get(relation.broader()).code())
                .sorted()
                .toList();
    }

    @Test
    void eachConceptBringsItsRelationsToThoseBeforeIt() {
        serveAnimals();
        assertThat(run("t", null).version()).isEqualTo("0");
        assertThat(words(add("teal"))).isEmpty();
        assertThat(words(add("animal"))).containsExactly("teal<animal");
        assertThat(words(add("bird", "cat"))).containsExactly("bird<animal", "cat<animal", "teal<bird");
        assertThat(words(add("swimmer"))).containsExactly("swimmer<animal", "teal<swimmer");
        assertThat(words(add("swimmer", "teal"))).isEmpty();
    }

    @Test
    void whatCameAfterAVersionIsRepeated() {
        serveAnimals();
        run("t", null);
        assertThat(add("teal").version()).isEqualTo("1");
        assertThat(add("bird").version()).isEqualTo("2");
        assertThat(add("bird").version()).isEqualTo("2");
        assertThat(add("animal").version()).isEqualTo("3");
        assertThat(words(run("t", "2"))).containsExactly("bird<animal", "teal<animal");
        assertThat(run("t", "2").version()).isEqualTo("3");
        assertThat(words(run("t", "0"))).containsExactly("bird<animal", "teal<animal", "teal<bird");
        assertThat(words(run("t", "3"))).isEmpty();
    }

    @Test
    void aTableThatWasBegunAnewDoesNotKnowItsOldVersions() {
        serveAnimals();
        run("t", null);
        add("teal");
        add("bird");
        assertThat(run("t", null).version()).isEqualTo("0");
        assertThat(run("t", "0").version()).isEqualTo("0");
        assertThat(refusal("t", "2").status()).isEqualTo(422);
        ClosureResult anew = add("duck");
        assertThat(anew.version()).isNotIn("1", "2");
        assertThat(refusal("t", "1")).hasMessageContaining("must be reinitialized");
        assertThat(words(add("bird"))).containsExactly("duck<bird");
        assertThat(words(run("t", anew.version()))).containsExactly("duck<bird");
        assertThat(refusal("t", "99").status()).isEqualTo(422);
        assertThat(refusal("t", "nonsense").status()).isEqualTo(422);
    }

    @Test
    void systemsDoNotMeet() {
        serveAnimals();
        served.systems.add(system(PLANTS, "plant", "tree<plant", "animal"));
        run("t", null);
        assertThat(words(run(
                        "t",
                        null,
                        Coding.of(PLANTS, "plant"),
                        Coding.of(ANIMALS, "animal"),
                        Coding.of(PLANTS, "tree"),
                        Coding.of("urn:oid:1.2.3", "cat"),
                        Coding.of(PLANTS, "animal"))))
                .containsExactly("cat<animal", "tree<plant");
    }

    @Test
    void whatCannotBeAskedIsRefusedAndChangesNothing() {
        serveAnimals();
        assertThat(refusal("t", null, Coding.of(ANIMALS, "cat")).status()).isEqualTo(404);
        assertThat(refusal("t", "0").status()).isEqualTo(404);
        assertThat(refusal("no name", null).status()).isEqualTo(400);
        assertThat(refusal("x".repeat(65), null).status()).isEqualTo(400);
        run("t", null);
        assertThat(refusal("t", "0", Coding.of(ANIMALS, "cat")).status()).isEqualTo(400);
        assertThat(refusal("t", null, new Coding(null, null, "cat", null)).status())
                .isEqualTo(400);
        assertThat(refusal("t", null, Coding.of("http://nowhere", "cat")).status())
                .isEqualTo(422);
        assertThat(refusal("t", null, Coding.of(ANIMALS, "cat"), Coding.of(ANIMALS, "dog"))
                        .status())
                .isEqualTo(422);
        assertThat(refusal("t", null, new Coding(ANIMALS, "7", "cat", null)).status())
                .isEqualTo(422);
        assertThat(run("t", "0").table().entries()).isEmpty();
    }

    @Test
    void aNewReleaseChangesNothingUntilTheTableIsBegunAnew() {
        serveAnimals();
        run("t", null);
        add("duck", "bird");
        served.systems.add(0, system(ANIMALS + "|2", "animal", "bird<animal", "duck<animal", "robin<bird"));
        assertThat(words(add("animal"))).containsExactly("bird<animal", "duck<animal");
        TerminologyException newCode = refusal("t", null, Coding.of(ANIMALS, "robin"));
        assertThat(newCode.status()).isEqualTo(422);
        assertThat(newCode).hasMessageContaining("must be reinitialized").hasMessageContaining("version '2'");
        assertThat(refusal("t", null, new Coding(ANIMALS, "2", "duck", null))).hasMessageContaining("version '1'");
        run("t", null);
        assertThat(words(add("duck", "bird", "robin"))).containsExactly("robin<bird");
    }

    @Test
    void aReleaseThatIsNoLongerServedEndsTheTable() {
        serveAnimals();
        run("t", null);
        add("duck", "bird");
        served.systems.clear();
        served.systems.add(system(ANIMALS + "|2", "animal", "bird<animal", "duck<bird"));
        assertThat(refusal("t", null, Coding.of(ANIMALS, "animal")).status()).isEqualTo(422);
        assertThat(refusal("t", "0")).hasMessageContaining("must be reinitialized");
        run("t", null);
        assertThat(words(add("duck", "bird"))).containsExactly("duck<bird");
    }

    @Test
    void aSystemThatWasChangedUnderItsVersionIsNoticed() {
        serveAnimals();
        run("t", null);
        add("duck", "bird");
        served.systems.set(0, system(ANIMALS + "|1", "animal", "bird<animal", "duck<bird", "cat<animal"));
        assertThat(words(add("animal"))).containsExactly("bird<animal", "duck<animal");
        served.systems.set(0, system(ANIMALS + "|1", "animal", "bird<animal", "duck<animal", "cat<animal"));
        assertThat(refusal("t", null, Coding.of(ANIMALS, "cat"))).hasMessageContaining("must be reinitialized");
        served.systems.set(0, system(ANIMALS + "|1", "animal", "bird<animal", "cat<animal"));
        assertThat(refusal("t", "0").status()).isEqualTo(422);
    }

    @Test
    void aTableHasLimits() {
        serveAnimals();
        limits = new ClosureLimits(3, 100);
        run("t", null);
        add("animal", "bird", "cat");
        assertThat(refusal("t", null, Coding.of(ANIMALS, "duck"))).hasMessageContaining("limit of 3 concepts");
        limits = new ClosureLimits(10, 2);
        assertThat(refusal("t", null, Coding.of(ANIMALS, "duck"))).hasMessageContaining("limit of 2 relations");
    }

    @Test
    void inWhateverOrderConceptsComeTheTableIsTheWholeClosure() {
        Random random = new Random(7);
        int size = 60;
        boolean[][] below = new boolean[size][size];
        String[] lines = new String[size];
        for (int i = 0; i < size; i++) {
            Set<Integer> parents = new HashSet<>();
            for (int p = 0; i > 0 && p < 2; p++) {
                parents.add(random.nextInt(i));
            }
            lines[i] = "c" + i;
            for (int parent : parents) {
                lines[i] += (lines[i].contains("<") ? "," : "<") + "c" + parent;
                below[i][parent] = true;
                for (int ancestor = 0; ancestor < i; ancestor++) {
                    below[i][ancestor] |= below[parent][ancestor];
                }
            }
        }
        served.systems.add(system(ANIMALS, lines));
        run("t", null);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        Set<String> told = new HashSet<>();
        for (int from = 0; from < size; from += 7) {
            String[] codes = order.subList(from, Math.min(size, from + 7)).stream()
                    .map(i -> "c" + i)
                    .toArray(String[]::new);
            for (String word : words(add(codes))) {
                assertThat(told.add(word)).as(word).isTrue();
            }
        }
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                if (below[i][j]) {
                    expected.add("c" + i + "<c" + j);
                }
            }
        }
        assertThat(told).isEqualTo(expected);
        assertThat(new HashSet<>(words(run("t", "0")))).isEqualTo(expected);
    }
}
