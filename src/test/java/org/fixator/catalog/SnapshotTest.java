package org.fixator.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixator.catalog.Resources.ALL_LETTERS;
import static org.fixator.catalog.Resources.LETTERS;
import static org.fixator.catalog.Resources.brought;
import static org.fixator.catalog.Resources.codeSystem;
import static org.fixator.catalog.Resources.conceptMap;
import static org.fixator.catalog.Resources.content;
import static org.fixator.catalog.Resources.letters;
import static org.fixator.catalog.Resources.namingSystem;
import static org.fixator.catalog.Resources.supplement;
import static org.fixator.catalog.Resources.valueSet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.fixator.codesystem.CodeSystem;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.conceptmap.CompiledConceptMap;
import org.fixator.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    @Test
    void findsCodeSystemsByUrlAndVersion() {
        Snapshot snapshot = snapshot(letters("1", "A"), letters("2", "A", "B"));
        assertThat(system(snapshot, LETTERS, null).find("B")).isNotNull();
        assertThat(system(snapshot, LETTERS, "1").find("B")).isNull();
        assertThat(snapshot.codeSystems().find(LETTERS, "3")).isNull();
        assertThat(snapshot.codeSystems().find("http://example.org/other", null))
                .isNull();
        assertThat(snapshot.codeSystems().versions(LETTERS)).containsExactly("1", "2");
        assertThat(snapshot.codeSystems().urls()).containsExactly(LETTERS);
    }

    @Test
    void aStubDoesNotShadowContent() {
        Snapshot snapshot = snapshot(letters("2025", "A"), codeSystem(LETTERS, "4.0.1", "not-present"));
        assertThat(system(snapshot, LETTERS, null).description().version()).isEqualTo("2025");
    }

    @Test
    void whatAFragmentKnowsOfAbsentCodesIsKnownToTheWholeThatItStepsBehind() {
        ObjectNode fragment = codeSystem(LETTERS, "1", "fragment", "A");
        ObjectNode claim = fragment.putArray("extension").addObject();
        claim.put("url", "https://fixator.example.org/fhir/StructureDefinition/verified-absent");
        claim.putArray("extension").addObject().put("url", "code").put("valueCode", "Z");
        claim.withArray("extension").addObject().put("url", "meant").put("valueCode", "A");
        Snapshot both = snapshot(fragment, letters("1", "A", "B"), letters("2", "A", "B"));
        for (String version : List.of("1", "2")) {
            CodeSystem whole = system(both, LETTERS, version);
            assertThat(whole.find("B")).isNotNull();
            assertThat(whole.absence("Z").meant()).containsExactly(Coding.of(LETTERS, "A"));
        }
        assertThat(system(snapshot(letters("1", "A", "B")), LETTERS, "1")
                        .absence("Z")
                        .meant())
                .isEmpty();
    }

    @Test
    void aSystemIsFoundByItsOtherNames() {
        Snapshot snapshot = snapshot(letters("1", "A"), namingSystem(LETTERS, "https://example.org/letters"));
        assertThat(system(snapshot, "https://example.org/letters", null)
                        .description()
                        .url())
                .isEqualTo(LETTERS);
        assertThat(snapshot.codeSystems().versions("https://example.org/letters"))
                .containsExactly("1");
    }

    @Test
    void supplementsAreNoCodeSystems() {
        Snapshot snapshot = snapshot(supplement("http://example.org/s", LETTERS, false));
        assertThat(snapshot.codeSystems().find("http://example.org/s", null)).isNull();
        assertThat(snapshot.codeSystems().supplement(Canonical.parse("http://example.org/s")))
                .isNotNull();
        assertThat(snapshot.codeSystems().supplement(Canonical.parse("http://example.org/s|1")))
                .isNotNull();
        assertThat(snapshot.codeSystems().supplement(Canonical.parse("http://example.org/s|2")))
                .isNull();
    }

    @Test
    void supplementsBelongToTheVersionThatTheyName() {
        Snapshot snapshot = snapshot(
                supplement("http://example.org/any", LETTERS, true),
                supplement("http://example.org/one", LETTERS + "|1", true),
                supplement("http://example.org/asked", LETTERS, false));
        assertThat(urls(snapshot.codeSystems().defaultSupplements(Canonical.parse(LETTERS + "|1"))))
                .containsExactly("http://example.org/any", "http://example.org/one");
        assertThat(urls(snapshot.codeSystems().defaultSupplements(Canonical.parse(LETTERS + "|2"))))
                .containsExactly("http://example.org/any");
        assertThat(urls(snapshot.codeSystems().supplements(Canonical.parse(LETTERS + "|2"))))
                .containsExactly("http://example.org/any", "http://example.org/asked");
    }

    @Test
    void theValueSetOfAllCodesNeedsNoResource() {
        Snapshot snapshot = snapshot(letters("1", "A").put("valueSet", ALL_LETTERS));
        for (String url : List.of(ALL_LETTERS, LETTERS + "?fhir_vs")) {
            ValueSetDefinition all = snapshot.valueSets().find(url, null);
            assertThat(all).as(url).isNotNull();
            assertThat(Objects.requireNonNull(Objects.requireNonNull(all).compose())
                            .include())
                    .singleElement()
                    .satisfies(include -> assertThat(include.system()).isEqualTo(LETTERS));
        }
        assertThat(snapshot.valueSets().find("http://example.org/other?fhir_vs", null))
                .isNull();
    }

    @Test
    void aStoredValueSetComesBeforeAnImplicitOne() {
        Snapshot snapshot =
                snapshot(letters("1", "A").put("valueSet", ALL_LETTERS), valueSet(ALL_LETTERS, "7", LETTERS));
        assertThat(Objects.requireNonNull(snapshot.valueSets().find(ALL_LETTERS, null))
                        .canonical())
                .isEqualTo(new Canonical(ALL_LETTERS, "7"));
        assertThat(snapshot.valueSets().versions(ALL_LETTERS)).containsExactly("7");
    }

    @Test
    void ofEachConceptMapTheNewestIsUsedWhereNoneIsNamed() {
        Snapshot snapshot = snapshot(
                conceptMap("http://example.org/m", "1", "A", "1"), conceptMap("http://example.org/m", "2", "A", "2"));
        assertThat(versions(snapshot.conceptMaps().all())).containsExactly("2");
        assertThat(snapshot.conceptMaps().find("http://example.org/m", "1")).isNotNull();
    }

    @Test
    void resourcesAreFoundByTheirIds() {
        Snapshot snapshot = snapshot(
                letters("1", "A"),
                valueSet(ALL_LETTERS, "7", LETTERS),
                conceptMap("http://example.org/m", "1", "A", "1"));
        assertThat(snapshot.instances().codeSystem("r0")).isEqualTo(new Canonical(LETTERS, "1"));
        assertThat(snapshot.instances().valueSet("r1")).isNotNull();
        assertThat(snapshot.instances().conceptMap("r2")).isNotNull();
        assertThat(snapshot.instances().valueSet("r0")).isNull();
    }

    @Test
    void whatARequestBringsIsSeenInItsOwnSnapshotOnly() {
        Snapshot base = snapshot(letters("1", "A"));
        Snapshot overlaid = base.with(List.of(
                brought(letters("1", "Z")),
                brought(conceptMap("http://example.org/m", "1", "A", "1")),
                brought(supplement("http://example.org/s", LETTERS, true))));
        assertThat(system(overlaid, LETTERS, null).find("Z")).isNotNull();
        assertThat(system(overlaid, LETTERS, "1").find("A")).isNull();
        assertThat(overlaid.conceptMaps().all()).hasSize(1);
        assertThat(overlaid.codeSystems().defaultSupplements(Canonical.parse(LETTERS)))
                .hasSize(1);
        assertThat(overlaid.instances().codeSystem("r0")).isNotNull();
        assertThat(system(base, LETTERS, null).find("Z")).isNull();
        assertThat(base.conceptMaps().all()).isEmpty();
    }

    @Test
    void mapsThatARequestBringsAreAllUsedEvenUnderOneCanonical() {
        Snapshot base = snapshot(
                conceptMap("http://example.org/m", "1", "A", "stored"),
                conceptMap("http://example.org/other", "1", "A", "other"));
        Snapshot overlaid = base.with(List.of(
                brought(conceptMap("http://example.org/m", "1", "A", "first")),
                brought(conceptMap("http://example.org/m", "1", "A", "second"))));
        assertThat(overlaid.conceptMaps().all())
                .extracting(map -> map.from("A").get(0).target().code())
                .containsExactly("first", "second", "other");
    }

    @Test
    void theSameResourcesGiveTheSameSnapshot() {
        Snapshot base = snapshot(letters("1", "A"));
        assertThat(base.with(List.of(brought(letters("2", "B")))))
                .isSameAs(base.with(List.of(brought(letters("2", "B")))));
        assertThat(base.with(List.of())).isSameAs(base);
    }

    /** Step by step the same as all at once: what is shared between snapshots must not go stale. */
    @Test
    void editsAddUpToTheirSum() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Snapshot stepwise = Snapshot.of(List.of());
        Map<ResourceKey, Content> sum = new HashMap<>();
        for (int step = 0; step < 200; step++) {
            ObjectNode resource = random(random);
            ResourceKey key = new ResourceKey(resource.path("resourceType").asText(), "r" + random.nextInt(6));
            Snapshot.Edit edit = stepwise.edit();
            if (random.nextInt(4) == 0) {
                edit.remove(key);
                sum.remove(key);
            } else {
                Content content = content(resource);
                edit.put(key, content);
                sum.put(key, content);
            }
            stepwise = edit.freeze();
            Snapshot.Edit whole = Snapshot.of(List.of()).edit();
            sum.forEach(whole::put);
            assertThat(describe(stepwise)).as("seed %d, step %d", seed, step).isEqualTo(describe(whole.freeze()));
        }
    }

    private static ObjectNode random(Random random) {
        String version = String.valueOf(1 + random.nextInt(3));
        return switch (random.nextInt(5)) {
            case 0 -> letters(version, "A").put("valueSet", ALL_LETTERS);
            case 1 -> supplement("http://example.org/s" + version, LETTERS, random.nextBoolean());
            case 2 -> valueSet(ALL_LETTERS + version, version, LETTERS);
            case 3 -> conceptMap("http://example.org/m", version, "A", version);
            default -> namingSystem(LETTERS, "http://example.org/alias" + version);
        };
    }

    private static Map<String, Object> describe(Snapshot snapshot) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("systems", snapshot.codeSystems().versions(LETTERS));
        facts.put(
                "supplements",
                urls(snapshot.codeSystems().supplements(Canonical.parse(LETTERS))).stream()
                        .sorted()
                        .toList());
        facts.put("implicit", snapshot.valueSets().find(ALL_LETTERS, null) != null);
        facts.put("maps", versions(snapshot.conceptMaps().all()));
        for (int i = 1; i <= 3; i++) {
            facts.put("set" + i, snapshot.valueSets().versions(ALL_LETTERS + i));
            facts.put("alias" + i, snapshot.codeSystems().versions("http://example.org/alias" + i));
            facts.put("id" + i, String.valueOf(snapshot.instances().codeSystem("r" + i)));
        }
        return facts;
    }

    private static List<String> urls(List<CodeSystem> systems) {
        return systems.stream().map(system -> system.description().url()).toList();
    }

    private static List<String> versions(List<CompiledConceptMap> maps) {
        return maps.stream()
                .map(map ->
                        String.valueOf(Objects.requireNonNull(map.canonical()).version()))
                .toList();
    }

    private static CodeSystem system(Snapshot snapshot, String url, @Nullable String version) {
        return Objects.requireNonNull(snapshot.codeSystems().find(url, version), url);
    }

    private static Snapshot snapshot(ObjectNode... resources) {
        Snapshot.Edit edit = Snapshot.of(List.of()).edit();
        for (int i = 0; i < resources.length; i++) {
            edit.put(new ResourceKey(resources[i].path("resourceType").asText(), "r" + i), content(resources[i]));
        }
        return edit.freeze();
    }
}
