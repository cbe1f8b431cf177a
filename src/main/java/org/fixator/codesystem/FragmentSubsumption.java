package org.fixator.codesystem;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.fixator.index.Hierarchy;
import org.fixator.index.IntLists;
import org.fixator.index.Ints;
import org.fixator.index.OrdinalSet;

/**
 * Whether a fragment of a hierarchy shows that one concept is not above another. It does where nothing that is missing can
 * stand between them: every way up from the lower one passes only concepts whose parents are all here, until it reaches one
 * that is above the other concept itself, which would make a path back a circle.
 */
final class FragmentSubsumption {

    private final Hierarchy hierarchy;
    private final IntPredicate complete;

    /** @param complete whether all parents of the concept with this ordinal are in the fragment */
    FragmentSubsumption(Hierarchy hierarchy, IntPredicate complete) {
        this.hierarchy = hierarchy;
        this.complete = complete;
    }

    /** Whether neither concept can be above the other, given that no path between them is here. */
    boolean excludes(int first, int second) {
        return cannotBeAbove(first, second) && cannotBeAbove(second, first);
    }

    private boolean cannotBeAbove(int upper, int lower) {
        OrdinalSet circle = hierarchy.ancestors(upper);
        IntLists parents = hierarchy.parents();
        BitSet seen = new BitSet();
        Ints way = new Ints();
        way.add(lower);
        for (int top = 0; top < way.size(); top++) {
            int ordinal = way.get(top);
            if (circle.contains(ordinal)) {
                continue;
            }
            if (!complete.test(ordinal)) {
                return false;
            }
            for (int i = parents.start(ordinal); i < parents.end(ordinal); i++) {
                int parent = parents.entry(i);
                if (!seen.get(parent)) {
                    seen.set(parent);
                    way.add(parent);
                }
            }
        }
        return true;
    }
}
