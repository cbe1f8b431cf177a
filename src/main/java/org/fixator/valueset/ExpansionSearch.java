package org.fixator.valueset;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fixator.codesystem.Budget;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.ConceptSet;
import org.fixator.codesystem.RankedConcepts;

/**
 * The concepts of a value set that a text finds, best first. Each code system ranks its own; what only the value set
 * calls a concept is searched here and comes before what the code system finds.
 */
final class ExpansionSearch {

    private final String text;
    private final WordPrefixes words;
    private final Budget budget;

    ExpansionSearch(String text, Budget budget) {
        this.text = text;
        this.words = WordPrefixes.of(text);
        this.budget = budget;
    }

    ExpansionPage page(List<Selection> selections, int offset, int count) {
        IdentityHashMap<CodeSystem, List<Selection>> bySystem = new IdentityHashMap<>();
        List<CodeSystem> order = new ArrayList<>();
        for (Selection selection : selections) {
            CodeSystem system = selection.system();
            if (bySystem.get(system) == null) {
                order.add(system);
            }
            bySystem.computeIfAbsent(system, first -> new ArrayList<>()).add(selection);
        }
        List<Pick> picks = new ArrayList<>();
        long total = 0;
        for (CodeSystem system : order) {
            int skip = (int) Math.max(0, Math.min(Integer.MAX_VALUE, offset - total));
            total += find(system, bySystem.getOrDefault(system, List.of()), skip, count - picks.size(), picks);
        }
        return new ExpansionPage(total, picks);
    }

    /** Adds what is found in one code system; returns how many there are. */
    private int find(CodeSystem system, List<Selection> selections, int offset, int count, List<Pick> picks) {
        budget.check();
        Set<Concept> named = namedByValueSet(selections);
        ConceptSet others = union(selections);
        if (!named.isEmpty()) {
            others = others.without(system.enumerated(List.copyOf(named)));
        }
        named.stream().skip(offset).limit(count).forEach(concept -> picks.add(pick(selections, concept)));
        int skip = Math.max(0, offset - named.size());
        int left = count - (int) named.stream().skip(offset).limit(count).count();
        RankedConcepts found = system.search(text, others, skip, left);
        found.concepts().forEach(concept -> picks.add(pick(selections, concept)));
        return named.size() + found.total();
    }

    private Set<Concept> namedByValueSet(List<Selection> selections) {
        Set<Concept> named = new LinkedHashSet<>();
        for (Selection selection : selections) {
            selection.given().forEach((code, given) -> {
                Concept concept = words.match(given) ? selection.system().find(code) : null;
                if (concept != null && selection.members().contains(concept)) {
                    named.add(concept);
                }
            });
        }
        return named;
    }

    private static ConceptSet union(List<Selection> selections) {
        ConceptSet union = selections.get(0).members();
        for (Selection selection : selections.subList(1, selections.size())) {
            union = union.or(selection.members());
        }
        return union;
    }

    private static Pick pick(List<Selection> selections, Concept concept) {
        Selection source = null;
        for (Selection selection : selections) {
            if (source == null || selection.members().contains(concept)) {
                source = selection;
            }
        }
        return new Pick(Objects.requireNonNull(source), concept);
    }
}
