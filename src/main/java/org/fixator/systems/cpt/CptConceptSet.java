package org.fixator.systems.cpt;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.ConceptSet;
import org.fixator.codesystem.PredicateSet;
import org.jspecify.annotations.Nullable;

/**
 * Codes of the table, which are listed, and all expressions or none, which are not.
 *
 * @param listed the codes
 * @param withExpressions whether every valid expression is a member too
 * @param reader makes an expression of a concept, {@code null} where it is none
 */
record CptConceptSet(ConceptSet listed, boolean withExpressions, Function<Concept, @Nullable Expression> reader)
        implements ConceptSet {

    @Override
    public boolean contains(Concept concept) {
        return reader.apply(concept) == null ? listed.contains(concept) : withExpressions;
    }

    @Override
    public boolean isClosed() {
        return !withExpressions;
    }

    @Override
    public int size() {
        return listed.size();
    }

    @Override
    public Iterator<Concept> iterator(int offset) {
        return listed.iterator(offset);
    }

    @Override
    public ConceptSet and(ConceptSet other) {
        return other instanceof CptConceptSet that
                ? new CptConceptSet(listed.and(that.listed), withExpressions && that.withExpressions, reader)
                : byTest().and(other);
    }

    @Override
    public ConceptSet or(ConceptSet other) {
        return other instanceof CptConceptSet that
                ? new CptConceptSet(listed.or(that.listed), withExpressions || that.withExpressions, reader)
                : byTest().or(other);
    }

    @Override
    public ConceptSet without(ConceptSet other) {
        return other instanceof CptConceptSet that
                ? new CptConceptSet(listed.without(that.listed), withExpressions && !that.withExpressions, reader)
                : byTest().without(other);
    }

    private PredicateSet byTest() {
        List<Concept> members = new ArrayList<>();
        listed.iterator(0).forEachRemaining(members::add);
        Predicate<Concept> test = this::contains;
        return new PredicateSet(test, members, isClosed());
    }
}
