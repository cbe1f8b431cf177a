package org.fixator.store.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fixator.catalog.Content;
import org.fixator.catalog.ResourceKey;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.coding.Canonical;
import org.fixator.conceptmap.CompiledConceptMap;
import org.fixator.release.PackagedResource;
import org.fixator.release.ReleaseContent;

/**
 * What a reader made of a release, as it is stored and as it is served. Its artifacts have been put.
 *
 * @param contents of those parts whose content is an artifact
 */
record NewParts(List<ReleasePart> parts, Map<ResourceKey, Content> contents) {

    static NewParts of(ReleaseRow release, ReleaseContent content, ReleaseImages images) {
        List<ReleasePart> parts = new ArrayList<>();
        Map<ResourceKey, Content> contents = new LinkedHashMap<>();
        PartResources resources = new PartResources(release.identity());
        ReleaseIds ids = new ReleaseIds(release.id());
        boolean oneSystem = content.codeSystems().size() == 1;
        for (TableCodeSystem system : content.codeSystems()) {
            ResourceKey key = ids.resource("CodeSystem", system.description().url(), oneSystem);
            String artifact = images.put(system);
            parts.add(new ReleasePart(key, artifact, resources.codeSystem(system, artifact)));
            contents.put(key, new Content.Codes(images.shared(system), release.edition()));
        }
        boolean oneMap = content.conceptMaps().size() == 1;
        for (CompiledConceptMap map : content.conceptMaps()) {
            Canonical canonical = map.canonical();
            ResourceKey key = ids.resource("ConceptMap", canonical == null ? "map" : canonical.url(), oneMap);
            String artifact = images.put(map);
            parts.add(new ReleasePart(key, artifact, resources.conceptMap(map, artifact)));
            contents.put(key, new Content.Mappings(map, release.edition()));
        }
        for (PackagedResource resource : content.resources()) {
            String id = resource.id();
            if (id == null) {
                throw new IllegalArgumentException(resource.origin() + " has no id");
            }
            parts.add(new ReleasePart(new ResourceKey(resource.type(), id), null, resource.json()));
        }
        return new NewParts(List.copyOf(parts), contents);
    }
}
