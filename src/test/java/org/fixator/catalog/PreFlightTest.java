package org.fixator.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
            elements.add("{\"code\":\"S" + i + "\",\"target\":[{\"code\":\"T" + i + "\",\"equivalence\":\"equal\"}]}");
        }
        return String.join(",", elements);
    }

    @Test
    void aMapIsComparedWithTheSameOrAnotherVersion() {
        serve("2018", elements(100));
        for (String version : List.of("2018", "2019")) {
            PreFlight found = PreFlight.of(map(version, 60), catalog.current());
            assertThat(found.maps())
                    .containsExactly(
                            new MapDifference(new Canonical(URL, "2018"), new Canonical(URL, version), 100, 60));
            assertThat(found.changedMappings()).isEqualTo(0.4);
            assertThat(found.changedShare()).isZero();
        }
    }

    @Test
    void aFirstMapHasNothingToBeComparedWith() {
        PreFlight found = PreFlight.of(map("2018", 60), catalog.current());
        assertThat(found.maps()).isEmpty();
        assertThat(found.changedMappings()).isZero();
    }
}
