package org.fixator.codesystem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A set of concepts that is known by a test, with those members listed that have names. It is closed when the list holds
 * every member.
 *
 * @param test whether a concept is a member
 * @param listed the members that can be listed, in the order of the code system
 * @param isClosed whether there are no others
 */
public record PredicateSet(Predicate<Concept> test, List<Concept> listed, boolean isClosed) implements ConceptSet {

    public PredicateSet {
        listed = List.copyOf(listed);
    }

    /** The set of just these concepts. */
    public static PredicateSet of(List<Concept> concepts) {
        Set<Concept> members = new LinkedHashSet<>(concepts);
        return new PredicateSet(members::contains, List.copyOf(members), true);
    }

    @Override
    public boolean contains(Concept concept) {
        return test.test(concept);
    }

    @Override
    public int size() {
        return listed.size();
    }

    @Override
    public Iterator<Concept> iterator(int offset) {
        return offset >= listed.size()
                ? Collections.emptyIterator()
                : listed.subList(offset, listed.size()).iterator();
    }

    @Override
    public ConceptSet and(ConceptSet other) {
        // the members of a closed set are all listed, so its list decides where there is one
        boolean byOther = !isClosed && other.isClosed();
        List<Concept> both = new ArrayList<>();
        Iterator<Concept> candidates = byOther ? other.iterator(0) : iterator(0);
        while (candidates.hasNext()) {
            Concept candidate = candidates.next();
            if (contains(candidate) && other.contains(candidate)) {
                both.add(candidate);
            }
        }
        return new PredicateSet(
                concept -> contains(concept) && other.contains(concept), both, isClosed || other.isClosed());
    }

    @Override
    public ConceptSet or(ConceptSet other) {
        Set<Concept> either = new LinkedHashSet<>(listed);
        other.iterator(0).forEachRemaining(either::add);
        return new PredicateSet(
                concept -> contains(concept) || other.contains(concept),
                List.copyOf(either),
                isClosed && other.isClosed());
    }

    @Override
    public ConceptSet without(ConceptSet other) {
        List<Concept> rest =
                listed.stream().filter(concept -> !other.contains(concept)).toList();
        return new PredicateSet(concept -> contains(concept) && !other.contains(concept), rest, isClosed);
    }
}
