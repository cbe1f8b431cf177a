package org.fixator.codesystem;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fixator.coding.Canonical;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.ValidationMessages;

/** The supplements that one request uses. */
public final class RequestedSupplements {

    private final List<CodeSystem> supplements;

    private RequestedSupplements(List<CodeSystem> supplements) {
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
        return new RequestedSupplements(found);
    }

    /** The code system with those of the supplements laid over it that are of this system and version. */
    public CodeSystem over(CodeSystem system) {
        List<CodeSystem> fitting =
                supplements.stream().filter(s -> supplements(s, system)).toList();
        return SupplementedCodeSystem.of(system, fitting);
    }

    /** The concept with the same code in another view of the same code system. */
    public static Concept same(CodeSystem system, Concept concept) {
        Concept found = system.find(concept.code());
        return found == null ? concept : found;
    }

    private static boolean supplements(CodeSystem supplement, CodeSystem system) {
        Canonical target = supplement.description().supplements();
        return target != null
                && target.url().equals(system.description().url())
                && (target.version() == null
                        || Objects.equals(target.version(), system.description().version()));
    }
}
