package org.fixator.codesystem.filter;

import java.util.List;
import org.fixator.index.OrdinalSet;

/** {@code in}: "The specified property of the code is in the set of codes or concepts specified in the provided value." */
record In(Attribute attribute, List<String> values) implements Filter {

    @Override
    public OrdinalSet select(FilterSource source) {
        OrdinalSet found = OrdinalSet.EMPTY;
        for (String value : values) {
            found = found.or(attribute.having(value));
        }
        return found;
    }
}
