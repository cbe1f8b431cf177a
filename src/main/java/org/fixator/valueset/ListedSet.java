package org.fixator.valueset;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.ConceptSet;

/** A set of concepts held as a list. */
record ListedSet(Set<Concept> members) implements ConceptSet {

    ListedSet(List<Concept> members) {
        this(new LinkedHashSet<>(members));
    }

    @Override
    public boolean contains(Concept concept) {
        return members.contains(concept);
    }

    @Override
    public boolean isClosed() {
        return true;
    }

    @Override
    public int size() {
        return members.size();
    }

    @Override
    public Iterator<Concept> iterator(int offset) {
        return members.stream().skip(offset).iterator();
    }

    @Override
    public ConceptSet and(ConceptSet other) {
        return new ListedSet(members.stream().filter(other::contains).toList());
    }

    @Override
    public ConceptSet or(ConceptSet other) {
        Set<Concept> either = new LinkedHashSet<>(members);
        other.iterator(0).forEachRemaining(either::add);
        return new ListedSet(either);
    }

    @Override
    public ConceptSet without(ConceptSet other) {
        return new ListedSet(
                members.stream().filter(concept -> !other.contains(concept)).toList());
    }
}
