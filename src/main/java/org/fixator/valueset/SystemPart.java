package org.fixator.valueset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.ConceptSet;
import org.fixator.codesystem.PropertyFilter;
import org.jspecify.annotations.Nullable;

/**
 * What a compose selects from one code system, whatever the order and number of its includes.
 *
 * @param whole whether an include names the whole code system, so that the rest adds nothing
 * @param codes all codes that are enumerated
 * @param filters the filters of each include that has some
 */
record SystemPart(boolean whole, Set<String> codes, Set<Set<PropertyFilter>> filters) {

    /** @param system the code system, for how it writes a code; null where it is not known */
    static SystemPart of(List<Include> includes, @Nullable CodeSystem system) {
        boolean whole = false;
        Set<String> codes = new TreeSet<>();
        Set<Set<PropertyFilter>> filters = new HashSet<>();
        for (Include include : includes) {
            List<EnumeratedConcept> concepts = include.concepts();
            if (concepts != null) {
                concepts.forEach(concept -> codes.add(written(concept.code(), system)));
            } else if (include.filters().isEmpty()) {
                whole = true;
            } else {
                filters.add(Set.copyOf(include.filters()));
            }
        }
        return new SystemPart(whole, codes, filters);
    }

    private static String written(String code, @Nullable CodeSystem system) {
        Concept concept = system == null || system.description().caseSensitive() ? null : system.find(code);
        return concept == null ? code : concept.code();
    }

    boolean isNothing() {
        return !whole && codes.isEmpty() && filters.isEmpty();
    }

    boolean isList() {
        return !whole && filters.isEmpty() && !codes.isEmpty();
    }

    /** The only filter, if there is just one and nothing else. */
    @Nullable
    PropertyFilter onlyFilter() {
        if (whole || !codes.isEmpty() || filters.size() != 1) {
            return null;
        }
        Set<PropertyFilter> only = filters.iterator().next();
        return only.size() == 1 ? only.iterator().next() : null;
    }

    /**
     * The concepts of the code system.
     *
     * @throws org.fixator.issue.TerminologyException for a filter that the code system does not know
     */
    ConceptSet members(CodeSystem system) {
        if (whole) {
            return system.all();
        }
        List<Concept> found = new ArrayList<>();
        for (String code : codes) {
            Concept concept = system.find(code);
            if (concept != null) {
                found.add(concept);
            }
        }
        ConceptSet members = system.enumerated(found);
        for (Set<PropertyFilter> together : filters) {
            ConceptSet cut = system.all();
            for (PropertyFilter filter : together) {
                cut = cut.and(system.filter(filter));
            }
            members = members.or(cut);
        }
        return members;
    }
}
