package org.fixator.codesystem;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A filter on a property that supplements declare. Each system that declares it selects by its own values; a concept is in
 * where one selects it. What excludes ({@code not-in}, {@code exists false}) asks for the opposite and takes it away.
 */
final class SupplementFilter {

    private final CodeSystem base;
    private final List<CodeSystem> supplements;

    SupplementFilter(CodeSystem base, List<CodeSystem> supplements) {
        this.base = base;
        this.supplements = supplements;
    }

    ConceptSet select(PropertyFilter filter) {
        if (filter.operator().equals("not-in")) {
            return base.all().without(selected(new PropertyFilter(filter.property(), "in", filter.value())));
        }
        if (filter.operator().equals("exists") && "false".equals(filter.value())) {
            return base.all().without(selected(new PropertyFilter(filter.property(), "exists", "true")));
        }
        return selected(filter);
    }

    private ConceptSet selected(PropertyFilter filter) {
        List<Concept> found = new ArrayList<>();
        for (CodeSystem supplement : supplements) {
            if (SupplementedCodeSystem.declares(supplement, filter.property())) {
                for (Iterator<Concept> i = supplement.filter(filter).iterator(0); i.hasNext(); ) {
                    Concept concept = base.find(i.next().code());
                    if (concept != null) {
                        found.add(concept);
                    }
                }
            }
        }
        // Taken away twice, the enumeration comes in the order of the code system.
        ConceptSet set = base.all().without(base.all().without(base.enumerated(found)));
        return SupplementedCodeSystem.declares(base, filter.property()) ? set.or(base.filter(filter)) : set;
    }
}
