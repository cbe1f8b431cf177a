package org.fixator.catalog;

import java.util.List;
import org.fixator.issue.CatalogMessages;
import org.fixator.issue.TerminologyException;
import org.fixator.valueset.ValueSetDefinition;
import org.fixator.valueset.ValueSets;
import org.jspecify.annotations.Nullable;

/** Value sets of which some are still to come, as {@link AwaitedCodeSystems}. */
record AwaitedValueSets(ValueSets here, String prefix) implements ValueSets {

    @Override
    public @Nullable ValueSetDefinition find(String url, @Nullable String version) {
        ValueSetDefinition found = here.find(url, version);
        if (found == null && url.startsWith(prefix)) {
            throw new TerminologyException(CatalogMessages.stillReading(url));
        }
        return found;
    }

    @Override
    public List<String> versions(String url) {
        List<String> versions = here.versions(url);
        if (versions.isEmpty() && url.startsWith(prefix)) {
            throw new TerminologyException(CatalogMessages.stillReading(url));
        }
        return versions;
    }
}
