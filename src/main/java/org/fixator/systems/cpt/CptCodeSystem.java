package org.fixator.systems.cpt;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.Absence;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.ConceptSet;
import org.fixator.codesystem.Likeness;
import org.fixator.codesystem.PredicateSet;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.codesystem.RankedConcepts;
import org.fixator.codesystem.Subsumption;
import org.fixator.codesystem.WrappedCodeSystem;
import org.fixator.issue.CptMessages;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;

/** One version of CPT: a table of its codes, or of some of them, with CPT's rules. */
final class CptCodeSystem extends WrappedCodeSystem {

    private static final int BAD_REQUEST = 400;

    private final ExpressionReader expressions;
    private final int maximumExpansion;

    CptCodeSystem(CodeSystem table, int maximumExpansion) {
        super(table);
        this.expressions = new ExpressionReader(table);
        this.maximumExpansion = maximumExpansion;
    }

    @Override
    public @Nullable String notice() {
        return description().copyright();
    }

    @Override
    public int maximumExpansion() {
        return maximumExpansion;
    }

    @Override
    public @Nullable List<PropertyFilter> impliedFilters(String valueSet) {
        return Cpt.valueSet(valueSet);
    }

    @Override
    public @Nullable Concept find(String code) {
        return ExpressionReader.isExpression(code) ? expressions.read(code) : base().find(code);
    }

    @Override
    public Absence absence(String code) {
        if (ExpressionReader.isExpression(code)) {
            return expressions.absence(code);
        }
        return isHyphenated(code) ? Absence.malformed(CptMessages.hyphenated(code)) : base().absence(code);
    }

    /** Of an expression nothing is guessed. */
    @Override
    public List<String> nearest(String code, Likeness likeness) {
        if (ExpressionReader.isExpression(code)) {
            return List.of();
        }
        if (!isHyphenated(code)) {
            return base().nearest(code, likeness);
        }
        String written = code.replace('-', ':');
        return expressions.read(written) == null ? List.of() : List.of(written);
    }

    /** Whether a hyphen follows a code, as in an expression a colon does. */
    private boolean isHyphenated(String code) {
        int hyphen = code.indexOf('-');
        return hyphen >= 0 && base().find(code.substring(0, hyphen)) != null;
    }

    @Override
    public ConceptSet all() {
        return set(base().all(), true);
    }

    @Override
    public ConceptSet inactive() {
        return set(base().inactive(), false);
    }

    @Override
    public ConceptSet abstracts() {
        return set(base().abstracts(), false);
    }

    @Override
    public ConceptSet enumerated(List<Concept> concepts) {
        boolean anyExpression = concepts.stream().anyMatch(concept -> expression(concept) != null);
        return anyExpression ? PredicateSet.of(concepts) : set(base().enumerated(concepts), false);
    }

    @Override
    public ConceptSet filter(PropertyFilter filter) {
        String value = filter.value();
        boolean equals = filter.operator().equals("=");
        if (equals && filter.property().equals(Cpt.MODIFIED) && value != null) {
            return isTrue(filter, value) ? set(base().enumerated(List.of()), true) : set(base().all(), false);
        }
        if (equals && filter.property().equals(Cpt.MODIFIER) && value != null) {
            return set(base().filter(filter), !isTrue(filter, value));
        }
        if (filter.property().equals("code") && value != null) {
            if (filter.operator().equals("in")) {
                return set(codes(CodeRanges.read(value)), false);
            }
            Concept one = equals ? find(value) : null;
            if (one instanceof Expression) {
                return PredicateSet.of(List.of(one));
            }
        }
        return set(base().filter(filter), false);
    }

    private ConceptSet codes(CodeRanges ranges) {
        List<Concept> found = new ArrayList<>();
        base().all().iterator(0).forEachRemaining(concept -> {
            if (ranges.contains(concept.code())) {
                found.add(concept);
            }
        });
        return base().enumerated(found);
    }

    private static boolean isTrue(PropertyFilter filter, String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new TerminologyException(
                    CptMessages.notBoolean(filter.property(), filter.operator(), value, Cpt.URL), BAD_REQUEST);
        }
        return value.equals("true");
    }

    @Override
    public RankedConcepts search(String text, ConceptSet within, int offset, int count) {
        return base().search(text, within instanceof CptConceptSet own ? own.listed() : within, offset, count);
    }

    /** CPT has no hierarchy, so of two different codes neither subsumes the other, in a fragment as in the whole. */
    @Override
    public Subsumption subsumes(Concept a, Concept b) {
        Expression first = expression(a);
        Expression second = expression(b);
        boolean same = (first == null || second == null) ? a.code().equals(b.code()) : first.isSame(second);
        return same ? Subsumption.EQUIVALENT : Subsumption.NOT_SUBSUMED;
    }

    private CptConceptSet set(ConceptSet listed, boolean withExpressions) {
        return new CptConceptSet(listed, withExpressions, this::expression);
    }

    /** The concept as an expression, also where something is laid over it; {@code null} where it is none. */
    private @Nullable Expression expression(Concept concept) {
        if (concept instanceof Expression own) {
            return own;
        }
        String code = concept.code();
        return ExpressionReader.isExpression(code) ? expressions.read(code) : null;
    }
}
