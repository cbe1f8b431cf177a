package org.fixator.valueset;

import org.fixator.codesystem.ConceptSet;

/**
 * What two sets share and what they do not.
 *
 * @param common whether there are members of both
 * @param missing whether there are members of this set that the other lacks
 * @param extra whether there are members of the other that this set lacks
 */
record Overlap(boolean common, boolean missing, boolean extra) {
    static final Overlap NOTHING = new Overlap(false, false, false);
    static final Overlap EQUAL = new Overlap(true, false, false);

    static Overlap of(ConceptSet one, ConceptSet other) {
        return new Overlap(!isEmpty(one.and(other)), !isEmpty(one.without(other)), !isEmpty(other.without(one)));
    }

    /** An open set has members even if none can be listed. */
    static boolean isEmpty(ConceptSet set) {
        return set.isClosed() && set.size() == 0;
    }

    Overlap and(Overlap more) {
        return new Overlap(common || more.common, missing || more.missing, extra || more.extra);
    }

    SetRelation relation() {
        if (!common) {
            return missing || extra ? SetRelation.DISJOINT : SetRelation.EMPTY;
        }
        if (missing && extra) {
            return SetRelation.OVERLAPPING;
        }
        if (missing) {
            return SetRelation.SUPERSET;
        }
        return extra ? SetRelation.SUBSET : SetRelation.SAME;
    }
}
