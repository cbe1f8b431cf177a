package org.fixator.valueset;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fixator.codesystem.VersionRules;
import org.fixator.coding.Canonical;
import org.jspecify.annotations.Nullable;

/** Finds the value sets that a value set imports, and remembers which ones and which rules decided. */
final class Imports {

    private final ValueSets valueSets;
    private final List<Canonical> rules;
    private final Set<Canonical> applied = new LinkedHashSet<>();

    /** @param rules {@code default-valueset-version} */
    Imports(ValueSets valueSets, List<Canonical> rules) {
        this.valueSets = valueSets;
        this.rules = rules;
    }

    /** The reference, with the version that a rule gives where it has none. */
    Canonical pinned(Canonical reference) {
        String version = reference.version() == null ? VersionRules.of(rules, reference.url()) : null;
        if (version == null) {
            return reference;
        }
        Canonical pinned = new Canonical(reference.url(), version);
        applied.add(pinned);
        return pinned;
    }

    /**
     * @param reference a canonical, or {@code #id} of a value set that {@code container} contains
     * @return {@code null} where there is none
     */
    @Nullable
    ValueSetDefinition find(Canonical reference, ValueSetDefinition container) {
        if (!reference.url().startsWith("#")) {
            return valueSets.find(reference.url(), reference.version());
        }
        String id = reference.url().substring(1);
        for (ValueSetDefinition contained : container.contained()) {
            if (id.equals(contained.id())) {
                return contained;
            }
        }
        return null;
    }

    List<Canonical> applied() {
        return new ArrayList<>(applied);
    }
}
