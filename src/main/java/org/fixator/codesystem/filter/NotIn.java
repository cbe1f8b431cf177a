package org.fixator.codesystem.filter;

import java.util.List;
import org.fixator.index.OrdinalSet;

/**
 * {@code not-in}: "The specified property of the code is not in the set of codes or concepts specified in the provided
 * value." A concept without the property is not in it either.
 */
record NotIn(Attribute attribute, List<String> values) implements Filter {

    @Override
    public OrdinalSet select(FilterSource source) {
        return source.all().without(new In(attribute, values).select(source));
    }
}
