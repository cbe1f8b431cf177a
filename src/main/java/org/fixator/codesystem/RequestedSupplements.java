package org.fixator.codesystem;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fixator.coding.Canonical;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.ValidationMessages;

/** The supplements that one validation uses: those it names, and the language packs of each system, which need no naming. */
public final class RequestedSupplements {

    private final CodeSystems systems;
    private final List<CodeSystem> supplements;

    private RequestedSupplements(CodeSystems systems, List<CodeSystem> supplements) {
        this.systems = systems;
        this.supplements = List.copyOf(supplements);
    }

    /**
     * The supplements with these canonicals.
     *
     * @throws TerminologyException where one is not here
     */
    public static RequestedSupplements required(CodeSystems systems, List<Canonical> canonicals) {
        List<CodeSystem> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Canonical canonical : canonicals) {
            CodeSystem supplement = systems.supplement(canonical);
            if (supplement == null) {
                missing.add(canonical.toString());
            } else {
                found.add(supplement);
            }
        }
        if (!missing.isEmpty()) {
            throw new TerminologyException(ValidationMessages.supplementMissing(missing));
        }
        return new RequestedSupplements(systems, found);
    }

    /** The code system with those of the supplements laid over it that are of this system and version. */
    public CodeSystem over(CodeSystem system) {
        Set<CodeSystem> fitting = new LinkedHashSet<>();
        Canonical canonical = system.description().canonical();
        supplements.stream()
                .filter(supplement -> supplement.description().isSupplementOf(canonical))
                .forEach(fitting::add);
        systems.defaultSupplements(canonical).stream()
                .filter(supplement -> supplement.description().isLanguagePack())
                .forEach(fitting::add);
        return SupplementedCodeSystem.of(system, List.copyOf(fitting));
    }

    /** The concept with the same code in another view of the same code system. */
    public static Concept same(CodeSystem system, Concept concept) {
        Concept found = system.find(concept.code());
        return found == null ? concept : found;
    }
}
