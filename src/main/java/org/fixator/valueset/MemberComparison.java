package org.fixator.valueset;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fixator.codesystem.Budget;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.ConceptSet;
import org.fixator.coding.Canonical;

/**
 * Compares value sets by their members. A member is a code of a system, whatever the version, unless the system needs
 * versions. Sets within the limit of an expansion are listed, so that it can be told which codes make the difference;
 * larger ones of one version of a system are compared by set algebra, which lists nothing.
 */
final class MemberComparison {
    private final Budget budget;

    MemberComparison(Budget budget) {
        this.budget = budget;
    }

    /** A code and its system. */
    private record Member(Canonical system, String code) {}

    Compared compare(List<Selection> one, List<Selection> other) {
        int most = budget.maximumExpansion();
        if (ExpansionPage.total(one) <= most && ExpansionPage.total(other) <= most) {
            return listed(members(one), members(other));
        }
        Overlap overlap = Overlap.NOTHING;
        Map<Canonical, List<Selection>> these = bySystem(one);
        Map<Canonical, List<Selection>> others = bySystem(other);
        Set<Canonical> systems = new LinkedHashSet<>(these.keySet());
        systems.addAll(others.keySet());
        for (Canonical system : systems) {
            overlap = overlap.and(
                    ofSystem(these.getOrDefault(system, List.of()), others.getOrDefault(system, List.of())));
        }
        return new Compared(overlap, CodeLists.NONE);
    }

    private static Compared listed(Set<Member> one, Set<Member> other) {
        Set<Member> common = new HashSet<>(one);
        common.retainAll(other);
        Overlap overlap = new Overlap(!common.isEmpty(), common.size() < one.size(), common.size() < other.size());
        CodeLists codes =
                new CodeLists(codes(one, common, true), codes(one, common, false), codes(other, common, false));
        return new Compared(overlap, overlap.equals(Overlap.EQUAL) ? CodeLists.NONE : codes);
    }

    private static List<String> codes(Collection<Member> members, Set<Member> common, boolean isCommon) {
        return members.stream()
                .filter(member -> common.contains(member) == isCommon)
                .map(Member::code)
                .toList();
    }

    private Set<Member> members(List<Selection> selections) {
        Set<Member> members = new LinkedHashSet<>();
        for (Selection selection : selections) {
            Canonical system = identity(selection.system());
            selection.members().iterator(0).forEachRemaining(concept -> {
                budget.check();
                members.add(new Member(system, concept.code()));
            });
        }
        return members;
    }

    private static Map<Canonical, List<Selection>> bySystem(List<Selection> selections) {
        return selections.stream()
                .collect(Collectors.groupingBy(
                        selection -> identity(selection.system()), LinkedHashMap::new, Collectors.toList()));
    }

    private Overlap ofSystem(List<Selection> one, List<Selection> other) {
        Set<CodeSystem> versions = Stream.concat(one.stream(), other.stream())
                .map(Selection::system)
                .collect(Collectors.toSet());
        if (versions.size() > 1) {
            return listed(members(one), members(other)).overlap();
        }
        CodeSystem system = versions.iterator().next();
        return Overlap.of(union(system, one), union(system, other));
    }

    private static ConceptSet union(CodeSystem system, List<Selection> selections) {
        ConceptSet union = system.enumerated(List.of());
        for (Selection selection : selections) {
            union = union.or(selection.members());
        }
        return union;
    }

    /** What makes a code of one version the same as that of another. */
    private static Canonical identity(CodeSystem system) {
        CodeSystemDescription description = system.description();
        return description.versionNeeded()
                ? description.canonical()
                : description.canonical().versionless();
    }
}
