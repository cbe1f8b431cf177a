package org.fixator.catalog;

import java.util.List;
import org.fixator.conceptmap.CompiledConceptMap;
import org.fixator.conceptmap.ConceptMaps;
import org.jspecify.annotations.Nullable;

/**
 * The concept maps of a snapshot.
 *
 * @param all those that answer where no map is named, in their order
 */
record SnapshotConceptMaps(Shelf<CompiledConceptMap> maps, List<CompiledConceptMap> all) implements ConceptMaps {

    @Override
    public @Nullable CompiledConceptMap find(String url, @Nullable String version) {
        return maps.find(url, version);
    }
}
