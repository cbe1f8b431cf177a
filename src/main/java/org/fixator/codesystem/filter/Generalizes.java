package org.fixator.codesystem.filter;

import org.fixator.index.OrdinalSet;

/**
 * {@code generalizes}: "Includes all concept ids that have a transitive is-a relationship from the concept Id provided as the
 * value, including the provided concept itself (i.e. include ancestors)."
 */
record Generalizes(int concept) implements Filter {

    @Override
    public OrdinalSet select(FilterSource source) {
        return source.hierarchy().ancestors(concept).or(OrdinalSet.of(concept));
    }
}
