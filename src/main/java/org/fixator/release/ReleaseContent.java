package org.fixator.release;

import java.util.List;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.conceptmap.CompiledConceptMap;

/**
 * What a reader made of the files of one release, whole and checked.
 *
 * @param identity which release it is
 * @param codeSystems code systems and supplements, compiled, each with url and version
 * @param conceptMaps maps, compiled, each with url and version
 * @param resources further resources that go with the release, such as named value sets, as FHIR R4 JSON
 * @param notes what the operator should know, one sentence each: borrowed structure, rows left out and why
 */
public record ReleaseContent(
        ReleaseIdentity identity,
        List<TableCodeSystem> codeSystems,
        List<CompiledConceptMap> conceptMaps,
        List<PackagedResource> resources,
        List<String> notes) {

    public ReleaseContent {
        codeSystems = List.copyOf(codeSystems);
        conceptMaps = List.copyOf(conceptMaps);
        resources = List.copyOf(resources);
        notes = List.copyOf(notes);
    }
}
