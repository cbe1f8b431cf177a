package org.fixator.valueset;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.Concept;
import org.fixator.coding.Canonical;
import org.jspecify.annotations.Nullable;

/**
 * A value set as set expressions over the concepts of its code systems: membership is one test, a page is a walk from
 * its offset, and nothing has been enumerated. Immutable; valid as long as the snapshot it was compiled from.
 *
 * @param definition the value set
 * @param selections what each include selects, disjoint, in the order of an expansion
 * @param memberships the same concepts by code system version, in order of first appearance
 * @param problems what could not be compiled, in the order of the compose
 * @param codeSystems every code system version consulted, excludes and imports included
 * @param imports every value set imported, at any depth, contained ones left out
 * @param bases value sets that stand for a whole grammar, whose concepts cannot be listed
 * @param versions how each version was chosen, one for each include and exclude that names a code system, imports too
 * @param pinned the {@code default-valueset-version} rules that decided which value set was imported
 * @param statesVersions whether the compose names one code system in several versions, so that an entry must tell its own
 * @param matchesVersions whether concepts of different versions count as the same; {@code null} where versions play no
 *     part
 */
public record CompiledValueSet(
        ValueSetDefinition definition,
        List<Selection> selections,
        List<Membership> memberships,
        List<CompileProblem> problems,
        List<CodeSystem> codeSystems,
        List<ValueSetDefinition> imports,
        List<ValueSetDefinition> bases,
        List<IncludeVersion> versions,
        List<Canonical> pinned,
        boolean statesVersions,
        @Nullable Boolean matchesVersions) {

    public CompiledValueSet {
        selections = List.copyOf(selections);
        memberships = List.copyOf(memberships);
        problems = List.copyOf(problems);
        codeSystems = List.copyOf(codeSystems);
        imports = List.copyOf(imports);
        bases = List.copyOf(bases);
        versions = List.copyOf(versions);
        pinned = List.copyOf(pinned);
    }

    /** Whether a concept of this code system version is in the value set. */
    public boolean contains(CodeSystem system, Concept concept) {
        for (Membership membership : memberships) {
            if (membership.system() == system) {
                return membership.members().contains(concept);
            }
        }
        return false;
    }

    /** The code system versions of a system that the value set draws from, in order of first appearance. */
    public List<CodeSystem> versionsOf(String url) {
        List<CodeSystem> drawn = new ArrayList<>(1);
        for (Membership membership : memberships) {
            if (membership.system().description().url().equals(url)) {
                drawn.add(membership.system());
            }
        }
        return drawn;
    }

    /** The urls of the code systems that the value set draws from. */
    public List<String> systems() {
        return memberships.stream()
                .map(membership -> membership.system().description().url())
                .distinct()
                .toList();
    }

    /** What the value set itself says of a concept that it enumerates; {@code null} where it does not. */
    public @Nullable EnumeratedConcept given(CodeSystem system, Concept concept) {
        for (Selection selection : selections) {
            if (selection.system() == system && !selection.given().isEmpty()) {
                EnumeratedConcept given = selection.given().get(concept.code());
                if (given != null && selection.members().contains(concept)) {
                    return given;
                }
            }
        }
        return null;
    }
}
