package org.fixator.valueset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.fixator.codesystem.Budget;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.VersionRules;
import org.fixator.coding.Canonical;
import org.junit.jupiter.api.Test;

/** Random value sets over random trees: membership, whole expansions and pages against a walk over sets of codes. */
class RandomValueSetsTest {

    private static final String[] URLS = {"http://example.org/a", "http://example.org/b"};
    private static final int SIZE = 12;

    private final long seed = Long.getLong("seed", 20697);
    private final Random random = new Random(seed);
    private final Map<String, int[]> parents = new HashMap<>();
    private final Map<String, Set<Integer>> inactive = new HashMap<>();

    @Test
    void expansionsAreWhatAWalkOverSetsGives() {
        for (int round = 0; round < 300; round++) {
            MemoryCodeSystems systems = new MemoryCodeSystems(system(URLS[0]), system(URLS[1]));
            List<ValueSetDefinition> definitions = new ArrayList<>();
            Map<String, Set<String>> expected = new HashMap<>();
            for (int i = 0; i < 4; i++) {
                ValueSetDefinition valueSet = valueSet(i);
                definitions.add(valueSet);
                expected.put(valueSet.label(), walk(valueSet, expected));
            }
            MemoryValueSets valueSets = new MemoryValueSets(definitions.toArray(ValueSetDefinition[]::new));
            ValueSetCompiler compiler = new ValueSetCompiler(systems, valueSets, Budget.UNLIMITED);
            for (ValueSetDefinition valueSet : definitions) {
                check(valueSet, expected.getOrDefault(valueSet.label(), Set.of()), systems, compiler);
            }
        }
    }

    private void check(
            ValueSetDefinition valueSet, Set<String> expected, MemoryCodeSystems systems, ValueSetCompiler compiler) {
        String message = "seed " + seed + ": " + valueSet.compose();
        ExpandOperation operation = new ExpandOperation(systems, compiler, Budget.UNLIMITED);
        List<String> all = keys(operation.run(Requests.expand(valueSet).flat().build()));
        assertEquals(expected.size(), all.size(), message);
        assertEquals(expected, Set.copyOf(all), message);

        int count = 1 + random.nextInt(5);
        List<String> pages = new ArrayList<>();
        for (int offset = 0; offset <= all.size(); offset += count) {
            ExpandResult page = operation.run(
                    Requests.expand(valueSet).flat().page(offset, count).build());
            assertEquals(all.size(), page.total(), message);
            pages.addAll(keys(page));
        }
        assertEquals(all, pages, message);

        ExpandResult tree = operation.run(Requests.expand(valueSet).build());
        assertEquals(Set.copyOf(all), Set.copyOf(flattened(tree.contains())), message);

        CompiledValueSet compiled = compiler.compile(valueSet, VersionRules.NONE, List.of());
        for (String url : URLS) {
            CodeSystem system = Objects.requireNonNull(systems.find(url, null));
            system.all()
                    .iterator(0)
                    .forEachRemaining(concept -> assertEquals(
                            expected.contains(key(url, concept)), compiled.contains(system, concept), message));
        }
    }

    private static String key(String url, Concept concept) {
        return url + "#" + concept.code();
    }

    private static List<String> keys(ExpandResult result) {
        return result.contains().stream()
                .map(entry -> entry.system() + "#" + entry.code())
                .toList();
    }

    private static List<String> flattened(List<ExpandedConcept> entries) {
        List<String> keys = new ArrayList<>();
        for (ExpandedConcept entry : entries) {
            keys.add(entry.system() + "#" + entry.code());
            keys.addAll(flattened(entry.contains()));
        }
        return keys;
    }

    private CodeSystem system(String url) {
        int[] above = new int[SIZE];
        Set<Integer> retired = new LinkedHashSet<>();
        String[] codes = new String[SIZE];
        for (int i = 0; i < SIZE; i++) {
            above[i] = random.nextInt(i + 1) - 1;
            if (random.nextInt(4) == 0) {
                retired.add(i);
            }
            codes[i] = (above[i] < 0 ? "" : "c" + above[i] + ">") + "c" + i + (retired.contains(i) ? "!" : "");
        }
        parents.put(url, above);
        inactive.put(url, retired);
        return Table.of(url, codes);
    }

    private ValueSetDefinition valueSet(int number) {
        List<Include> include = new ArrayList<>();
        List<Include> exclude = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            include.add(include(number));
        }
        for (int i = 0; i < random.nextInt(3); i++) {
            exclude.add(include(number));
        }
        Boolean keepInactive = random.nextInt(3) == 0 ? Boolean.FALSE : null;
        return Define.of(
                "http://example.org/vs" + number,
                new Compose(include, exclude, keepInactive, null, List.of(), List.of()),
                null,
                List.of());
    }

    /** An include that may import value sets of lower numbers. */
    private Include include(int number) {
        String url = URLS[random.nextInt(2)];
        String[] imports = random.ints(random.nextInt(3), 0, Math.max(1, number))
                .mapToObj(i -> "http://example.org/vs" + i)
                .toArray(String[]::new);
        String[] usable = number == 0 ? new String[0] : imports;
        Include picked =
                switch (random.nextInt(3)) {
                    case 0 -> Define.whole(url);
                    case 1 -> Define.isA(url, "c" + random.nextInt(SIZE));
                    default ->
                        Define.codes(
                                url,
                                random.ints(4, 0, SIZE + 2)
                                        .mapToObj(i -> "c" + i)
                                        .toArray(String[]::new));
                };
        return usable.length > 0 && random.nextBoolean() ? Define.imports(usable) : Define.cut(picked, usable);
    }

    private Set<String> walk(ValueSetDefinition valueSet, Map<String, Set<String>> known) {
        Compose compose = Objects.requireNonNull(valueSet.compose());
        Set<String> members = new LinkedHashSet<>();
        compose.include().forEach(include -> members.addAll(walk(include, known)));
        compose.exclude().forEach(exclude -> members.removeAll(walk(exclude, known)));
        if (Boolean.FALSE.equals(compose.inactive())) {
            members.removeIf(this::isInactive);
        }
        return members;
    }

    private boolean isInactive(String key) {
        return inactive.getOrDefault(key.substring(0, key.indexOf('#')), Set.of())
                .contains(Integer.valueOf(key.substring(key.indexOf('#') + 2)));
    }

    private Set<String> walk(Include include, Map<String, Set<String>> known) {
        Set<String> members = new LinkedHashSet<>();
        List<Canonical> imports = include.valueSets();
        if (include.system() == null) {
            members.addAll(known.getOrDefault(imports.get(0).url(), Set.of()));
        } else {
            picked(include).forEach(code -> members.add(include.system() + "#c" + code));
        }
        imports.forEach(imported -> members.retainAll(known.getOrDefault(imported.url(), Set.of())));
        return members;
    }

    private List<Integer> picked(Include include) {
        if (include.concepts() != null) {
            return include.concepts().stream()
                    .map(concept -> Integer.valueOf(concept.code().substring(1)))
                    .filter(code -> code < SIZE)
                    .distinct()
                    .collect(Collectors.toList());
        }
        List<Integer> picked = new ArrayList<>();
        for (int code = 0; code < SIZE; code++) {
            int up = code;
            while (!include.filters().isEmpty()
                    && up >= 0
                    && !("c" + up).equals(include.filters().get(0).value())) {
                up = parents.getOrDefault(include.system(), new int[SIZE])[up];
            }
            if (up >= 0) {
                picked.add(code);
            }
        }
        return picked;
    }
}
