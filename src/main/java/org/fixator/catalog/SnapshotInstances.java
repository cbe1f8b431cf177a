package org.fixator.catalog;

import org.fixator.coding.Canonical;
import org.fixator.conceptmap.CompiledConceptMap;
import org.fixator.valueset.ValueSetDefinition;
import org.fixator.wire.Instances;
import org.jspecify.annotations.Nullable;

/** The stored resources of a snapshot by their ids. */
record SnapshotInstances(Snapshot snapshot) implements Instances {

    @Override
    public @Nullable Canonical codeSystem(String id) {
        return snapshot.resource(new ResourceKey("CodeSystem", id)) instanceof Content.Codes codes
                ? codes.canonical()
                : null;
    }

    @Override
    public @Nullable ValueSetDefinition valueSet(String id) {
        return snapshot.resource(new ResourceKey("ValueSet", id)) instanceof Content.Values values
                ? values.valueSet()
                : null;
    }

    @Override
    public @Nullable CompiledConceptMap conceptMap(String id) {
        return snapshot.resource(new ResourceKey("ConceptMap", id)) instanceof Content.Mappings mappings
                ? mappings.map()
                : null;
    }
}
