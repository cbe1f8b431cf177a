package org.fixator.codesystem.filter;

import org.fixator.index.OrdinalSet;

/**
 * {@code descendent-of}: "Includes all concept ids that have a transitive is-a relationship with the concept Id provided as
 * the value, excluding the provided concept itself."
 */
record DescendentOf(int concept) implements Filter {

    @Override
    public OrdinalSet select(FilterSource source) {
        return source.hierarchy().descendants(concept);
    }
}
