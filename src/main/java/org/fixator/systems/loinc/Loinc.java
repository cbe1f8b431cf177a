package org.fixator.systems.loinc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.ConceptSet;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.codesystem.Subsumption;
import org.fixator.codesystem.WrappedCodeSystem;
import org.fixator.coding.Property;
import org.fixator.issue.FilterMessages;
import org.fixator.issue.LookupMessages;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * One version of LOINC: a table of its codes with LOINC's filters ({@code ancestor}, {@code LIST}, {@code answers-for}, axes by
 * the name of a part) and value sets ({@code http://loinc.org/vs/LL…}, {@code LP…}, {@code LG…}).
 */
public final class Loinc extends WrappedCodeSystem {

    public static final String URL = "http://loinc.org";

    private static final String VALUE_SETS = "http://loinc.org/vs/";
    private static final int BAD_REQUEST = 400;
    private static final String NO_HIERARCHY = "the hierarchy of LOINC was not loaded";
    private static final Set<String> AXES =
            Set.of("COMPONENT", "PROPERTY", "TIME_ASPCT", "SYSTEM", "SCALE_TYP", "METHOD_TYP", "CLASS");
    private static final Set<String> HIERARCHICAL =
            Set.of("is-a", "descendent-of", "is-not-a", "generalizes", "child-of", "descendent-leaf");

    private Loinc(CodeSystem table) {
        super(table);
    }

    /** Puts the rules over a table. */
    public static CodeSystem over(CodeSystem table) {
        return new Loinc(table);
    }

    @Override
    public @Nullable List<PropertyFilter> impliedFilters(String valueSet) {
        if (!valueSet.startsWith(VALUE_SETS)) {
            return null;
        }
        String code = valueSet.substring(VALUE_SETS.length());
        if (base().find(code) == null) {
            return null;
        }
        if (code.startsWith("LL")) {
            return List.of(new PropertyFilter("LIST", "=", code));
        }
        if (code.startsWith("LP")) {
            return List.of(new PropertyFilter("ancestor", "=", code));
        }
        return code.startsWith("LG") ? List.of(new PropertyFilter("group", "=", code)) : null;
    }

    @Override
    public ConceptSet filter(PropertyFilter filter) {
        String property = filter.property();
        String value = filter.value();
        boolean equals = filter.operator().equals("=") && value != null;
        if (equals && property.equals("ancestor")) {
            return filter(new PropertyFilter("concept", "descendent-of", value));
        }
        if (HIERARCHICAL.contains(filter.operator()) && !hasHierarchy()) {
            throw new TerminologyException(
                    FilterMessages.notUnderstood(URL, property, filter.operator(), String.valueOf(value), NO_HIERARCHY),
                    BAD_REQUEST);
        }
        if (equals && value != null && property.equals("LIST")) {
            return base().enumerated(answers(value));
        }
        if (equals && value != null && property.equals("answers-for")) {
            return base().enumerated(answersFor(value));
        }
        return equals && value != null && AXES.contains(property) && !value.startsWith("LP")
                ? byName(filter)
                : base().filter(filter);
    }

    private boolean hasHierarchy() {
        return description().hierarchyMeaning() != null;
    }

    /** The answers of a list, in its order. */
    private List<Concept> answers(String list) {
        return referred(list, "answer");
    }

    private List<Concept> answersFor(String term) {
        List<Concept> answers = new ArrayList<>();
        for (Concept list : referred(term, "answer-list")) {
            answers.addAll(answers(list.code()));
        }
        return answers;
    }

    private List<Concept> referred(String code, String property) {
        List<Concept> concepts = new ArrayList<>();
        Concept from = base().find(code);
        if (from != null) {
            for (Property candidate : from.properties()) {
                Concept to = candidate.code().equals(property) ? base().find(candidate.value()) : null;
                if (to != null) {
                    concepts.add(to);
                }
            }
        }
        return concepts;
    }

    /** An axis may be asked for by the name of its part, as value sets do: {@code SCALE_TYP = Qn}. */
    private ConceptSet byName(PropertyFilter filter) {
        ConceptSet found = base().filter(filter);
        if (description().properties().stream().noneMatch(known -> known.code().equals("PartName"))) {
            return found;
        }
        List<String> parts = new ArrayList<>();
        base().filter(new PropertyFilter("PartName", "=", filter.value()))
                .iterator(0)
                .forEachRemaining(part -> parts.add(part.code()));
        return parts.isEmpty()
                ? found
                : found.or(base().filter(new PropertyFilter(filter.property(), "in", String.join(",", parts))));
    }

    /**
     * @throws TerminologyException (422) for two different codes where there is no hierarchy
     */
    @Override
    public Subsumption subsumes(Concept a, Concept b) {
        if (!hasHierarchy() && !a.code().equals(b.code())) {
            throw new TerminologyException(LookupMessages.subsumptionUndecided(URL, a.code(), b.code(), NO_HIERARCHY));
        }
        return base().subsumes(a, b);
    }
}
