package org.fixator.codesystem.filter;

import org.fixator.index.IntLists;
import org.fixator.index.OrdinalSet;

/**
 * {@code child-of}: "Only concepts with a direct hierarchical relationship to the index code and no other concepts. This does
 * not include the index code in the output."
 */
record ChildOf(int concept) implements Filter {

    @Override
    public OrdinalSet select(FilterSource source) {
        IntLists children = source.hierarchy().children();
        OrdinalSet.Builder found = OrdinalSet.builder();
        for (int i = children.start(concept); i < children.end(concept); i++) {
            found.add(children.entry(i));
        }
        return found.build();
    }
}
