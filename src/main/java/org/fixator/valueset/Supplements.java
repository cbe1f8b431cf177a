package org.fixator.valueset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystems;
import org.fixator.coding.Canonical;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.ValidationMessages;
import org.jspecify.annotations.Nullable;

/**
 * The supplements that speak in one answer: those that are required, whatever they contribute, and those that apply by
 * themselves, which are named only where they did contribute. Used for one answer, by one thread.
 */
final class Supplements {

    private final CodeSystems codeSystems;
    private final List<CodeSystem> required;
    private final Set<Canonical> used = new LinkedHashSet<>(4);

    /** Made for the second code system of an answer; most have one. */
    private @Nullable IdentityHashMap<CodeSystem, List<CodeSystem>> bySystem;

    private @Nullable CodeSystem last;
    private List<CodeSystem> ofLast = List.of();

    private Supplements(CodeSystems codeSystems, List<CodeSystem> required) {
        this.codeSystems = codeSystems;
        this.required = required;
    }

    /**
     * @param systems the code systems of the answer
     * @throws TerminologyException where a required supplement is not here, or supplements none of these code systems
     */
    static Supplements of(CodeSystems codeSystems, Collection<Canonical> required, List<CodeSystem> systems) {
        if (required.isEmpty()) {
            return new Supplements(codeSystems, List.of());
        }
        List<CodeSystem> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Canonical canonical : required) {
            CodeSystem supplement = codeSystems.supplement(canonical);
            if (supplement == null || systems.stream().noneMatch(system -> isOf(supplement, system))) {
                missing.add(canonical.toString());
            } else {
                found.add(supplement);
            }
        }
        if (!missing.isEmpty()) {
            throw new TerminologyException(ValidationMessages.supplementMissing(missing), 422);
        }
        Supplements supplements = new Supplements(codeSystems, found);
        found.forEach(supplements::use);
        return supplements;
    }

    /** Those that speak of a code system version. */
    @SuppressWarnings("ReferenceEquality") // entries of one code system follow each other
    List<CodeSystem> of(CodeSystem system) {
        if (last != system) {
            ofLast = kept(system);
            last = system;
        }
        return ofLast;
    }

    private List<CodeSystem> kept(CodeSystem system) {
        if (last == null) {
            return found(system);
        }
        if (bySystem == null) {
            bySystem = new IdentityHashMap<>();
            bySystem.put(last, ofLast);
        }
        return bySystem.computeIfAbsent(system, this::found);
    }

    private List<CodeSystem> found(CodeSystem system) {
        List<CodeSystem> byDefault =
                codeSystems.defaultSupplements(system.description().canonical());
        if (required.isEmpty()) {
            return byDefault;
        }
        List<CodeSystem> all = new ArrayList<>();
        for (CodeSystem supplement : required) {
            if (isOf(supplement, system)) {
                all.add(supplement);
            }
        }
        for (CodeSystem other : byDefault) {
            if (all.stream().noneMatch(one -> one.description()
                    .canonical()
                    .equals(other.description().canonical()))) {
                all.add(other);
            }
        }
        return all;
    }

    /** Notes that a supplement contributed; {@code null} where what was told comes from the code system itself. */
    void use(@Nullable CodeSystem supplement) {
        if (supplement != null) {
            used.add(supplement.description().canonical());
        }
    }

    Set<Canonical> used() {
        return used;
    }

    private static boolean isOf(CodeSystem supplement, CodeSystem system) {
        return supplement.description().isSupplementOf(system.description().canonical());
    }
}
