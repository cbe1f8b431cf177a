package org.fixator.valueset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.ConceptSet;

/**
 * The concepts gathered so far, by code system version, while a value set is compiled: what later includes need not
 * bring in again, or what excludes take out.
 */
final class Coverage {

    private final boolean acrossVersions;
    private final Map<String, List<Membership>> byUrl = new HashMap<>();
    private final List<CodeSystem> order = new ArrayList<>();

    /** @param acrossVersions whether a code in one version covers the same code in the others */
    Coverage(boolean acrossVersions) {
        this.acrossVersions = acrossVersions;
    }

    void add(CodeSystem system, ConceptSet members) {
        List<Membership> known = byUrl.computeIfAbsent(system.description().url(), url -> new ArrayList<>());
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).system() == system) {
                known.set(i, new Membership(system, known.get(i).members().or(members)));
                return;
            }
        }
        known.add(new Membership(system, members));
        order.add(system);
    }

    /** The members that are not covered. */
    ConceptSet remove(CodeSystem system, ConceptSet members) {
        ConceptSet rest = members;
        for (Membership known : byUrl.getOrDefault(system.description().url(), List.of())) {
            if (acrossVersions || known.system() == system) {
                rest = rest.without(known.in(system));
            }
        }
        return rest;
    }

    /** The members that are covered, whatever the version. */
    ConceptSet keep(CodeSystem system, ConceptSet members) {
        ConceptSet covered = null;
        for (Membership known : byUrl.getOrDefault(system.description().url(), List.of())) {
            ConceptSet here = known.in(system);
            covered = covered == null ? here : covered.or(here);
        }
        return covered == null ? system.enumerated(List.of()) : members.and(covered);
    }

    List<Membership> memberships() {
        List<Membership> all = new ArrayList<>();
        for (CodeSystem system : order) {
            for (Membership known : byUrl.getOrDefault(system.description().url(), List.of())) {
                if (known.system() == system) {
                    all.add(known);
                }
            }
        }
        return all;
    }

    static Coverage of(List<Membership> memberships) {
        Coverage coverage = new Coverage(true);
        memberships.forEach(membership -> coverage.add(membership.system(), membership.members()));
        return coverage;
    }
}
