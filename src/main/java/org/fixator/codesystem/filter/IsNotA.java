package org.fixator.codesystem.filter;

import org.fixator.index.OrdinalSet;

/**
 * {@code is-not-a}: "The specified property of the code does not have an is-a relationship with the provided value."
 */
record IsNotA(int concept) implements Filter {

    @Override
    public OrdinalSet select(FilterSource source) {
        return source.all().without(new IsA(concept).select(source));
    }
}
