package org.fixator.codesystem.filter;

import org.fixator.index.IntLists;
import org.fixator.index.OrdinalSet;

/**
 * {@code descendent-leaf}: "Includes concept ids that have a transitive is-a relationship with the concept Id provided as the
 * value, but which do not have any concept ids with transitive is-a relationships with themselves."
 */
record DescendentLeaf(int concept) implements Filter {

    @Override
    public OrdinalSet select(FilterSource source) {
        IntLists children = source.hierarchy().children();
        OrdinalSet.Builder found = OrdinalSet.builder();
        source.hierarchy().descendants(concept).iterator(0).forEachRemaining((int ordinal) -> {
            if (children.count(ordinal) == 0) {
                found.add(ordinal);
            }
        });
        return found.build();
    }
}
