package org.fixator.catalog;

import java.util.List;
import org.fixator.valueset.ValueSetDefinition;
import org.fixator.valueset.ValueSets;
import org.jspecify.annotations.Nullable;

/** The value sets of a snapshot: those that are stored, and behind them those that code systems imply. */
record SnapshotValueSets(Shelf<ValueSetDefinition> stored, ImplicitValueSets implied) implements ValueSets {

    @Override
    public @Nullable ValueSetDefinition find(String url, @Nullable String version) {
        VersionLine<ValueSetDefinition> line = stored.line(url);
        return line != null ? line.find(version) : implied.find(url);
    }

    @Override
    public List<String> versions(String url) {
        return stored.versions(url);
    }
}
