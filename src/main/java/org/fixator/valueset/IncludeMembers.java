package org.fixator.valueset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.ConceptSet;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.codesystem.SupplementedCodeSystem;
import org.fixator.issue.ExpansionMessages;
import org.fixator.issue.Issue;
import org.fixator.issue.TerminologyException;

/** What the system, concepts and filters of an include select, its value sets left aside. */
final class IncludeMembers {

    private IncludeMembers() {}

    /**
     * @throws TerminologyException for an include that breaks the invariants vsd-1 to vsd-3 of the ValueSet resource
     */
    static void requireSense(Include include, String at) {
        boolean picks = include.concepts() != null || !include.filters().isEmpty();
        if (include.system() == null && include.valueSets().isEmpty()) {
            throw new TerminologyException(ExpansionMessages.includeWithoutSource(at), 400);
        }
        if (include.system() == null && picks) {
            throw new TerminologyException(ExpansionMessages.includeWithoutSystem(at), 400);
        }
        if (include.concepts() != null && !include.filters().isEmpty()) {
            throw new TerminologyException(ExpansionMessages.includeWithConceptsAndFilters(at), 400);
        }
    }

    /**
     * @param supplements supplements that the value set requires, whatever system they are of: a filter may ask for a
     *     property that only they know
     */
    static Selection select(
            Include include, int number, IncludeVersion.Found version, List<CodeSystem> supplements, String at) {
        CodeSystem system = version.system();
        if (include.concepts() != null) {
            return enumerated(include.concepts(), number, version);
        }
        if (include.filters().isEmpty()) {
            return selection(number, version, system.all(), Selection.Scope.WHOLE);
        }
        return selection(number, version, filtered(include, system, supplements, at), Selection.Scope.FILTERED);
    }

    private static Selection selection(
            int number, IncludeVersion.Found version, ConceptSet members, Selection.Scope scope) {
        return new Selection(number, version, version.system(), members, scope, Map.of(), List.of());
    }

    private static Selection enumerated(List<EnumeratedConcept> concepts, int number, IncludeVersion.Found version) {
        Map<String, EnumeratedConcept> given = new LinkedHashMap<>();
        List<Concept> found = new ArrayList<>();
        List<EnumeratedConcept> absent = new ArrayList<>();
        for (EnumeratedConcept enumerated : concepts) {
            Concept concept = version.system().find(enumerated.code());
            if (concept == null) {
                absent.add(enumerated);
            } else if (given.putIfAbsent(concept.code(), enumerated) == null) {
                found.add(concept);
            }
        }
        return new Selection(
                number,
                version,
                version.system(),
                version.system().enumerated(found),
                Selection.Scope.ENUMERATED,
                given,
                absent);
    }

    private static ConceptSet filtered(Include include, CodeSystem system, List<CodeSystem> supplements, String at) {
        ConceptSet members = null;
        for (int i = 0; i < include.filters().size(); i++) {
            ConceptSet selected = filtered(include.filters().get(i), system, supplements, at + ".filter[" + i + "]");
            members = members == null ? selected : members.and(selected);
        }
        return members == null ? system.all() : members;
    }

    private static ConceptSet filtered(
            PropertyFilter filter, CodeSystem system, List<CodeSystem> supplements, String at) {
        String value = filter.value();
        if (value == null || value.isEmpty()) {
            throw new TerminologyException(
                    ExpansionMessages.filterWithoutValue(
                            system.description().url(), filter.property(), filter.operator(), at),
                    400);
        }
        try {
            List<CodeSystem> knowing = supplements.stream()
                    .filter(supplement -> supplement
                            .description()
                            .isSupplementOf(system.description().canonical()))
                    .filter(supplement -> declares(supplement, filter.property()))
                    .toList();
            return knowing.isEmpty() ? system.filter(filter) : filtered(filter, system, knowing);
        } catch (TerminologyException refused) {
            throw located(refused, at);
        }
    }

    /** Selects through the supplements, and returns to the concepts of the code system itself. */
    private static ConceptSet filtered(PropertyFilter filter, CodeSystem system, List<CodeSystem> supplements) {
        CodeSystem supplemented = SupplementedCodeSystem.of(system, supplements);
        return new Membership(supplemented, supplemented.filter(filter)).in(system);
    }

    private static boolean declares(CodeSystem system, String property) {
        return system.description().properties().stream()
                .anyMatch(definition -> definition.code().equals(property));
    }

    /** The code system does not know where its filter stands. */
    private static TerminologyException located(TerminologyException refused, String at) {
        List<Issue> issues = refused.issues().stream()
                .map(issue -> issue.expression() == null ? issue.at(at) : issue)
                .toList();
        return new TerminologyException(issues, refused.status());
    }
}
