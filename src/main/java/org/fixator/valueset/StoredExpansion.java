package org.fixator.valueset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expansion that came with the resource; it answers only where there is no compose. */
public record StoredExpansion(
        @Nullable Integer total, List<ExpansionParameter> parameters, List<ExpandedConcept> contains) {

    public StoredExpansion {
        parameters = List.copyOf(parameters);
        contains = List.copyOf(contains);
    }
}
