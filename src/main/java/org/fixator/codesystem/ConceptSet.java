package org.fixator.codesystem;

import java.util.Iterator;

/**
 * A set of concepts of one code system version, in the order of the code system. Membership is answered without
 * enumerating. Immutable.
 */
public interface ConceptSet {

    boolean contains(Concept concept);

    /**
     * Whether the members can be listed. A grammar has infinitely many codes: its sets may be open, and then only
     * {@link #contains} and, of the members that have names, {@link #iterator} are of use.
     */
    boolean isClosed();

    /** Number of members that {@link #iterator} gives. */
    int size();

    /** Members in the order of the code system, beginning with the member number {@code offset}. */
    Iterator<Concept> iterator(int offset);

    ConceptSet and(ConceptSet other);

    ConceptSet or(ConceptSet other);

    ConceptSet without(ConceptSet other);
}
