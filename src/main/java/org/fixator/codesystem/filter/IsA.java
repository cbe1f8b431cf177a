package org.fixator.codesystem.filter;

import org.fixator.index.OrdinalSet;

/**
 * {@code is-a}: "Includes all concept ids that have a transitive is-a relationship with the concept Id provided as the value,
 * including the provided concept itself."
 */
record IsA(int concept) implements Filter {

    @Override
    public OrdinalSet select(FilterSource source) {
        return source.hierarchy().descendants(concept).or(OrdinalSet.of(concept));
    }
}
