package org.fixator.codesystem.filter;

import org.fixator.index.OrdinalSet;

/** {@code =}: "The specified property of the code equals the provided value." */
record Equal(Attribute attribute, String value) implements Filter {

    @Override
    public OrdinalSet select(FilterSource source) {
        return attribute.having(value);
    }
}
