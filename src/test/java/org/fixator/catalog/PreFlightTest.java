package org.fixator.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fixator.catalog.ReleaseDifference.CodeChange;
import org.fixator.coding.Canonical;
import org.fixator.conceptmap.CompiledConceptMap;
import org.fixator.conceptmap.ConceptMapDefinition;
import org.fixator.conceptmap.MapElement;
import org.fixator.conceptmap.MapGroup;
import org.fixator.conceptmap.MapTarget;
import org.fixator.conceptmap.Relationship;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseIdentity;
import org.junit.jupiter.api.Test;

class PreFlightTest {

    private static final String URL = "http://example.org/ConceptMap/approximate";

    private final Catalog catalog = new Catalog(Snapshot.of(List.of()), new FhirLayer());

    private static ReleaseContent map(String version, int mappings) {
        List<MapElement> elements = new ArrayList<>();
        for (int i = 0; i < mappings; i++) {
            MapTarget target =
                    new MapTarget("T" + i, null, Relationship.EQUIVALENT, null, List.of(), List.of(), List.of());
            elements.add(new MapElement("S" + i, null, false, List.of(target)));
        }
        MapGroup group = new MapGroup(
                new Canonical("http://example.org/s", null),
                new Canonical("http://example.org/t", null),
                elements,
                null);
        CompiledConceptMap compiled = CompiledConceptMap.of(new ConceptMapDefinition(
                new Canonical(URL, version), "m", "active", null, null, null, List.of(group), List.of()));
        ReleaseIdentity identity = new ReleaseIdentity("maps", URL, version, "Maps", null, null, "none", null);
        return new ReleaseContent(identity, List.of(), List.of(compiled), List.of(), List.of());
    }

    private void serve(String version, String element) {
        String json = "{\"resourceType\":\"ConceptMap\",\"id\":\"m\",\"url\":\"" + URL + "\",\"version\":\"" + version
                + "\",\"status\":\"active\",\"group\":[{\"source\":\"http://example.org/s\","
                + "\"target\":\"http://example.org/t\",\"element\":[" + element + "]}]}";
        catalog.apply(List.of(Change.put("ConceptMap", "m", json.getBytes(StandardCharsets.UTF_8))));
    }

    private static String elements(int count) {
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            elements.add(
                    "{\"code\":\"S" + i + "\",\"target\":[{\"code\":\"T" + i + "\",\"equivalence\":\"equivalent\"}]}");
        }
        return String.join(",", elements);
    }

    @Test
    void aMapIsComparedWithTheSameOrAnotherVersion() {
        serve("2018", elements(100));
        for (String version : List.of("2018", "2019")) {
            PreFlight found = PreFlight.of(map(version, 60), catalog.current());
            MapDifference difference = found.maps().get(0);
            assertThat(found.maps()).hasSize(1);
            assertThat(difference.before()).isEqualTo(new Canonical(URL, "2018"));
            assertThat(difference.after()).isEqualTo(new Canonical(URL, version));
            assertThat(difference.mappingsBefore()).isEqualTo(100);
            assertThat(difference.mappingsAfter()).isEqualTo(60);
            assertThat(difference.deleted().count()).isEqualTo(40);
            assertThat(difference.deleted().first())
                    .hasSize(20)
                    .contains(new CodeChange("S60", "T60 (equivalent)", null));
            assertThat(difference.added().count() + difference.retargeted().count())
                    .isZero();
            assertThat(difference.changed().count()).isZero();
            assertThat(found.changedMappings()).isEqualTo(0.4);
            assertThat(found.changedShare()).isZero();
        }
    }

    @Test
    void rowsOfAMapAreComparedWhereTheirNumberIsTheSame() {
        String same = elements(10);
        serve(
                "2018",
                same.replace("\"T3\",\"equivalence\":\"equivalent\"", "\"T3\",\"equivalence\":\"wider\"")
                        .replace("\"T5\"", "\"T5x\"")
                        .replace("\"S7\"", "\"S7x\""));
        PreFlight found = PreFlight.of(map("2019", 10), catalog.current());
        MapDifference difference = found.maps().get(0);
        assertThat(difference.changed().first()).containsExactly(new CodeChange("S3", "T3 (wider)", "T3 (equivalent)"));
        assertThat(difference.retargeted().first())
                .containsExactly(new CodeChange("S5", "T5x (equivalent)", "T5 (equivalent)"));
        assertThat(difference.added().first()).containsExactly(new CodeChange("S7", null, "T7 (equivalent)"));
        assertThat(difference.deleted().first()).containsExactly(new CodeChange("S7x", "T7 (equivalent)", null));
        assertThat(found.changedMappings()).isEqualTo(0.3);
        assertThat(difference.isEmpty()).isFalse();
    }

    @Test
    void aMapWithTheSameRowsInAnotherOrderIsTheSame() {
        String two = "{\"code\":\"S0\",\"target\":[{\"code\":\"%s\",\"equivalence\":\"equivalent\"},"
                + "{\"code\":\"%s\",\"equivalence\":\"equivalent\"}]}";
        serve("2018", String.format(two, "A", "B"));
        CompiledConceptMap before = catalog.current().conceptMaps().find(URL, "2018");
        serve("2018", String.format(two, "B", "A"));
        CompiledConceptMap after = catalog.current().conceptMaps().find(URL, "2018");
        Canonical name = new Canonical(URL, "2018");
        assertThat(MapDifference.of(name, Objects.requireNonNull(before), name, Objects.requireNonNull(after))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aFirstMapHasNothingToBeComparedWith() {
        PreFlight found = PreFlight.of(map("2018", 60), catalog.current());
        assertThat(found.maps()).isEmpty();
        assertThat(found.changedMappings()).isZero();
    }
}
