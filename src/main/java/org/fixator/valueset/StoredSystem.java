package org.fixator.valueset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fixator.codesystem.Absence;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.ConceptSet;
import org.fixator.codesystem.Likeness;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.codesystem.RankedConcepts;
import org.fixator.codesystem.Subsumption;
import org.fixator.coding.Canonical;
import org.fixator.issue.ExpansionMessages;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * As much of a code system version as a stored expansion shows. A value set that has an expansion and no compose is
 * judged by it alone, whether or not its code systems are here.
 */
final class StoredSystem implements CodeSystem {

    private final CodeSystemDescription description;
    private final Map<String, Concept> concepts = new LinkedHashMap<>();

    private StoredSystem(Canonical canonical) {
        this.description = CodeSystemDescription.of(canonical);
    }

    /** One selection for each code system version that the expansion has entries of. */
    static List<Selection> selections(StoredExpansion expansion) {
        Map<Canonical, StoredSystem> systems = new LinkedHashMap<>();
        for (ExpandedConcept entry : expansion.contains()) {
            add(entry, null, null, expansion, systems);
        }
        return systems.values().stream()
                .map(system ->
                        new Selection(-1, null, system, system.all(), Selection.Scope.ENUMERATED, Map.of(), List.of()))
                .toList();
    }

    private static void add(
            ExpandedConcept entry,
            @Nullable StoredSystem above,
            @Nullable StoredConcept parent,
            StoredExpansion expansion,
            Map<Canonical, StoredSystem> systems) {
        StoredSystem system = above;
        StoredConcept concept = parent;
        if (entry.system() != null && !entry.code().isEmpty()) {
            Canonical canonical = new Canonical(entry.system(), version(entry, expansion));
            system = systems.computeIfAbsent(canonical, StoredSystem::new);
            concept = new StoredConcept(entry.system(), entry, system == above ? parent : null);
            system.concepts.putIfAbsent(entry.code(), concept);
        }
        for (ExpandedConcept below : entry.contains()) {
            add(below, system, concept, expansion, systems);
        }
    }

    /** The version that the entry states, or the only one that the expansion says it used of the system. */
    private static @Nullable String version(ExpandedConcept entry, StoredExpansion expansion) {
        if (entry.version() != null) {
            return entry.version();
        }
        List<String> used = expansion.parameters().stream()
                .filter(parameter -> parameter.name().equals("used-codesystem")
                        || parameter.name().equals("version"))
                .map(parameter -> Canonical.parse(parameter.value()))
                .filter(canonical -> canonical.url().equals(entry.system()) && canonical.version() != null)
                .map(canonical -> String.valueOf(canonical.version()))
                .distinct()
                .toList();
        return used.size() == 1 ? used.get(0) : null;
    }

    @Override
    public CodeSystemDescription description() {
        return description;
    }

    @Override
    public @Nullable Concept find(String code) {
        return concepts.get(code);
    }

    @Override
    public Absence absence(String code) {
        return Absence.unlisted(false, null, List.of());
    }

    @Override
    public List<String> nearest(String code, Likeness likeness) {
        return List.of();
    }

    @Override
    public ConceptSet all() {
        return new ListedSet(List.copyOf(concepts.values()));
    }

    @Override
    public ConceptSet enumerated(List<Concept> members) {
        return new ListedSet(members);
    }

    @Override
    public ConceptSet filter(PropertyFilter filter) {
        throw new TerminologyException(ExpansionMessages.onlyAnExpansion(description.url()));
    }

    @Override
    public RankedConcepts search(String text, ConceptSet within, int offset, int count) {
        WordPrefixes words = WordPrefixes.of(text);
        List<Concept> found = new ArrayList<>();
        within.iterator(0).forEachRemaining(concept -> {
            if (words.match(concept)) {
                found.add(concept);
            }
        });
        int from = Math.min(offset, found.size());
        int to = (int) Math.min((long) from + count, found.size());
        return new RankedConcepts(found.subList(from, to), found.size());
    }

    @Override
    public Subsumption subsumes(Concept a, Concept b) {
        throw new TerminologyException(ExpansionMessages.onlyAnExpansion(description.url()));
    }
}
