package org.fixator.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fixator.catalog.ReleaseDifference.CodeChange;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.ConceptSet;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.coding.Canonical;
import org.fixator.coding.VersionPattern;
import org.fixator.conceptmap.CompiledConceptMap;
import org.fixator.issue.TerminologyException;
import org.fixator.valueset.Compose;
import org.fixator.valueset.EnumeratedConcept;
import org.fixator.valueset.Include;
import org.fixator.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Which stored value sets and maps a new version of a code system touches. Looked at are those that do not fix another
 * version, each by itself: a value set that imports one that is touched is not listed again.
 */
final class ReleaseImpact {

    private final CodeSystem after;
    private final @Nullable CodeSystem before;
    private final @Nullable ReleaseDifference difference;
    private final Set<String> retitled = new HashSet<>();

    /**
     * @param before the version that answers now; {@code null} where there is none
     * @param difference of the two, where there are two
     */
    ReleaseImpact(CodeSystem after, @Nullable CodeSystem before, @Nullable ReleaseDifference difference) {
        this.after = after;
        this.before = before;
        this.difference = difference;
        if (difference != null) {
            difference.retitled().forEach(change -> retitled.add(change.code()));
        }
    }

    List<TouchedResource> of(Snapshot snapshot) {
        List<TouchedResource> touched = new ArrayList<>();
        snapshot.shelves().storedValueSets().forEach(valueSet -> {
            TouchedResource one = valueSet(valueSet);
            if (one.isTouched()) {
                touched.add(one);
            }
        });
        snapshot.shelves().storedMaps().forEach(map -> {
            TouchedResource one = map(map);
            if (one.isTouched()) {
                touched.add(one);
            }
        });
        return touched;
    }

    private TouchedResource valueSet(ValueSetDefinition valueSet) {
        Set<String> missing = new TreeSet<>();
        Set<String> gained = new TreeSet<>();
        Set<String> renamed = new TreeSet<>();
        Compose compose = valueSet.compose();
        if (compose != null) {
            for (Include include : compose.include()) {
                if (concerns(include.system(), include.version())) {
                    List<EnumeratedConcept> named = include.concepts();
                    if (named != null) {
                        enumerated(named, missing, renamed);
                    } else {
                        selected(include.filters(), missing, gained);
                    }
                }
            }
        }
        return new TouchedResource(
                "ValueSet", valueSet.label(), List.copyOf(missing), List.copyOf(gained), List.copyOf(renamed));
    }

    private boolean concerns(@Nullable String system, @Nullable String version) {
        Canonical own = after.description().canonical();
        if (!own.url().equals(system)) {
            return false;
        }
        String coming = own.version();
        if (version == null || version.isEmpty() || coming == null) {
            return true;
        }
        return new VersionPattern(version).matches(coming);
    }

    private void enumerated(List<EnumeratedConcept> named, Set<String> missing, Set<String> renamed) {
        for (EnumeratedConcept concept : named) {
            if (after.find(concept.code()) == null) {
                missing.add(concept.code());
            } else if (concept.display() == null && retitled.contains(concept.code())) {
                renamed.add(concept.code());
            }
        }
    }

    private void selected(List<PropertyFilter> filters, Set<String> missing, Set<String> gained) {
        if (difference == null || before == null) {
            return;
        }
        members(before, filters, difference.deleted(), missing);
        members(after, filters, difference.added(), gained);
    }

    /** Those of the changed codes that all filters select. */
    private static void members(
            CodeSystem system, List<PropertyFilter> filters, List<CodeChange> changes, Set<String> members) {
        if (changes.isEmpty()) {
            return;
        }
        List<ConceptSet> sets;
        try {
            sets = filters.stream().map(system::filter).toList();
        } catch (TerminologyException e) {
            return; // a filter that this version does not know selects nothing of it, now as later
        }
        for (CodeChange change : changes) {
            Concept concept = system.find(change.code());
            if (concept != null && sets.stream().allMatch(set -> set.contains(concept))) {
                members.add(change.code());
            }
        }
    }

    private TouchedResource map(CompiledConceptMap map) {
        Set<String> missing = new TreeSet<>();
        if (difference != null) {
            for (CodeChange deleted : difference.deleted()) {
                boolean source = map.from(deleted.code()).stream()
                        .anyMatch(mapping -> concerns(mapping.group().source()));
                boolean target = map.to(deleted.code()).stream()
                        .anyMatch(mapping -> concerns(mapping.group().target()));
                if (source || target) {
                    missing.add(deleted.code());
                }
            }
        }
        Canonical canonical = map.canonical();
        return new TouchedResource(
                "ConceptMap",
                canonical == null ? "" : canonical.toString(),
                List.copyOf(missing),
                List.of(),
                List.of());
    }

    private boolean concerns(@Nullable Canonical canonical) {
        return canonical != null && concerns(canonical.url(), canonical.version());
    }
}
