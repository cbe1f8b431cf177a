package org.fixator.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.Concept;
import org.fixator.coding.Canonical;
import org.jspecify.annotations.Nullable;

/**
 * What changes between two versions of a code system.
 *
 * @param before the version that is there
 * @param after the version that is to come
 * @param conceptsBefore number of concepts of the one
 * @param conceptsAfter number of concepts of the other
 * @param added codes that only the new version has, in its order
 * @param deleted codes that only the old version has, in its order
 * @param retitled codes with another display, in the order of the new version
 * @param reparented codes below other parents, in the order of the new version
 */
public record ReleaseDifference(
        Canonical before,
        Canonical after,
        int conceptsBefore,
        int conceptsAfter,
        List<CodeChange> added,
        List<CodeChange> deleted,
        List<CodeChange> retitled,
        List<CodeChange> reparented) {

    public ReleaseDifference {
        added = List.copyOf(added);
        deleted = List.copyOf(deleted);
        retitled = List.copyOf(retitled);
        reparented = List.copyOf(reparented);
    }

    /**
     * One code that changes.
     *
     * @param was display or parents as they were; {@code null} for a code that comes
     * @param is display or parents as they will be; {@code null} for a code that goes
     */
    public record CodeChange(String code, @Nullable String was, @Nullable String is) {}

    /** Compares all concepts of two versions of one system; linear in their number. */
    public static ReleaseDifference of(CodeSystem before, CodeSystem after) {
        List<CodeChange> added = new ArrayList<>();
        List<CodeChange> retitled = new ArrayList<>();
        List<CodeChange> reparented = new ArrayList<>();
        for (Iterator<Concept> all = after.all().iterator(0); all.hasNext(); ) {
            Concept concept = all.next();
            Concept old = before.find(concept.code());
            if (old == null) {
                added.add(new CodeChange(concept.code(), null, concept.display()));
                continue;
            }
            if (!Objects.equals(old.display(), concept.display())) {
                retitled.add(new CodeChange(concept.code(), old.display(), concept.display()));
            }
            Set<String> parents = parents(concept);
            Set<String> oldParents = parents(old);
            if (!parents.equals(oldParents)) {
                reparented.add(new CodeChange(concept.code(), joined(oldParents), joined(parents)));
            }
        }
        List<CodeChange> deleted = new ArrayList<>();
        for (Iterator<Concept> all = before.all().iterator(0); all.hasNext(); ) {
            Concept concept = all.next();
            if (after.find(concept.code()) == null) {
                deleted.add(new CodeChange(concept.code(), concept.display(), null));
            }
        }
        return new ReleaseDifference(
                before.description().canonical(),
                after.description().canonical(),
                before.all().size(),
                after.all().size(),
                added,
                deleted,
                retitled,
                reparented);
    }

    /** How many codes come or go. */
    public int codes() {
        return added.size() + deleted.size();
    }

    private static Set<String> parents(Concept concept) {
        List<Concept> parents = concept.parents();
        return switch (parents.size()) {
            case 0 -> Set.of();
            case 1 -> Set.of(parents.get(0).code());
            default -> parents.stream().map(Concept::code).collect(Collectors.toCollection(HashSet::new));
        };
    }

    private static String joined(Set<String> codes) {
        return codes.stream().sorted().collect(Collectors.joining(", "));
    }
}
