package org.fixator.codesystem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code system with rules of its own over another one that holds its concepts. What a subclass does not override is
 * answered by the other.
 */
public abstract class WrappedCodeSystem implements CodeSystem {

    private final CodeSystem base;

    protected WrappedCodeSystem(CodeSystem base) {
        this.base = base;
    }

    /** The code system that holds the concepts. */
    public final CodeSystem base() {
        return base;
    }

    @Override
    public CodeSystemDescription description() {
        return base.description();
    }

    @Override
    public @Nullable Concept find(String code) {
        return base.find(code);
    }

    @Override
    public Absence absence(String code) {
        return base.absence(code);
    }

    @Override
    public List<String> nearest(String code, Likeness likeness) {
        return base.nearest(code, likeness);
    }

    @Override
    public ConceptSet all() {
        return base.all();
    }

    @Override
    public @Nullable String commonCodes() {
        return base.commonCodes();
    }

    @Override
    public @Nullable List<PropertyFilter> impliedFilters(String valueSet) {
        return base.impliedFilters(valueSet);
    }

    @Override
    public @Nullable String notice() {
        return base.notice();
    }

    @Override
    public int maximumExpansion() {
        return base.maximumExpansion();
    }

    @Override
    public ConceptSet inactive() {
        return base.inactive();
    }

    @Override
    public ConceptSet abstracts() {
        return base.abstracts();
    }

    @Override
    public ConceptSet enumerated(List<Concept> concepts) {
        return base.enumerated(concepts);
    }

    @Override
    public ConceptSet filter(PropertyFilter filter) {
        return base.filter(filter);
    }

    @Override
    public RankedConcepts search(String text, ConceptSet within, int offset, int count) {
        return base.search(text, within, offset, count);
    }

    @Override
    public Subsumption subsumes(Concept a, Concept b) {
        return base.subsumes(a, b);
    }
}
