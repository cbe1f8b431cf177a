package org.fixator.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fixator.codesystem.CodeSystem;
import org.fixator.coding.Canonical;
import org.jspecify.annotations.Nullable;

/** Supplements by the system that they extend: of each supplement the version that answers by default. Immutable. */
final class SupplementIndex {

    /** Marks a supplement that applies without being asked for. */
    static final String APPLIED_BY_DEFAULT = "https://fixator.example.org/fhir/StructureDefinition/applied-by-default";

    private final Map<String, List<CodeSystem>> byTarget = new HashMap<>();

    private SupplementIndex() {}

    static SupplementIndex of(Shelf<CodeSystem> supplements) {
        SupplementIndex index = new SupplementIndex();
        for (VersionLine<CodeSystem> line : supplements.sortedLines()) {
            CodeSystem supplement = line.latest();
            Canonical target = supplement.description().supplements();
            if (target != null) {
                index.byTarget
                        .computeIfAbsent(target.url(), url -> new ArrayList<>())
                        .add(supplement);
            }
        }
        return index;
    }

    /** The supplements of a system; one that names a version of the system is not of the others. */
    List<CodeSystem> of(Canonical system) {
        return byTarget.getOrDefault(system.url(), List.of()).stream()
                .filter(supplement -> supplement.description().isSupplementOf(system))
                .toList();
    }

    /** Those of {@link #of} that apply without being asked for. */
    List<CodeSystem> byDefault(Canonical system) {
        if (!byTarget.containsKey(system.url())) {
            return List.of();
        }
        return of(system).stream().filter(SupplementIndex::isByDefault).toList();
    }

    private static boolean isByDefault(CodeSystem supplement) {
        return supplement.description().isLanguagePack()
                || supplement.description().extensions().stream()
                        .anyMatch(extension -> extension.url().equals(APPLIED_BY_DEFAULT) && isTrue(extension.value()));
    }

    private static boolean isTrue(@Nullable String value) {
        return "true".equals(value);
    }
}
