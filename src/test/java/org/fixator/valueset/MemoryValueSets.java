package org.fixator.valueset;

import java.util.ArrayList;
import java.util.List;
import org.fixator.coding.VersionPattern;
import org.jspecify.annotations.Nullable;

/** Value sets in a list, versions from old to new as given. */
final class MemoryValueSets implements ValueSets {

    private final List<ValueSetDefinition> valueSets;

    MemoryValueSets(ValueSetDefinition... valueSets) {
        this.valueSets = List.of(valueSets);
    }

    @Override
    public @Nullable ValueSetDefinition find(String url, @Nullable String version) {
        ValueSetDefinition newest = null;
        for (ValueSetDefinition valueSet : valueSets) {
            if (valueSet.canonical() != null && valueSet.canonical().url().equals(url)) {
                String actual = valueSet.canonical().version();
                if (version == null || (actual != null && new VersionPattern(version).matches(actual))) {
                    newest = valueSet;
                }
            }
        }
        return newest;
    }

    @Override
    public List<String> versions(String url) {
        List<String> versions = new ArrayList<>();
        for (ValueSetDefinition valueSet : valueSets) {
            if (valueSet.canonical() != null
                    && valueSet.canonical().url().equals(url)
                    && valueSet.canonical().version() != null) {
                versions.add(valueSet.canonical().version());
            }
        }
        return versions;
    }
}
