package org.fixator.codesystem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fixator.coding.Canonical;
import org.fixator.issue.LookupMessages;
import org.fixator.issue.TerminologyException;

/**
 * Which supplements a request uses: those that it names, and those that apply to a system without being named
 * ({@link CodeSystems#defaultSupplements}).
 */
public final class Supplements {

    private final CodeSystems codeSystems;
    private final List<CodeSystem> named;

    private Supplements(CodeSystems codeSystems, List<CodeSystem> named) {
        this.codeSystems = codeSystems;
        this.named = named;
    }

    /**
     * @param names the supplements that a request names
     * @throws TerminologyException (422) where one of them does not exist
     */
    public static Supplements of(CodeSystems codeSystems, List<Canonical> names) {
        List<CodeSystem> named = new ArrayList<>();
        List<Canonical> missing = new ArrayList<>();
        for (Canonical name : names) {
            CodeSystem supplement = codeSystems.supplement(name);
            if (supplement == null) {
                missing.add(name);
            } else {
                named.add(supplement);
            }
        }
        refuseIf(missing);
        return new Supplements(codeSystems, named);
    }

    /** The supplements of a system that this request uses, each once. */
    public List<CodeSystem> of(CodeSystem system) {
        Map<Canonical, CodeSystem> found = new LinkedHashMap<>();
        for (CodeSystem supplement : named) {
            if (supplement.description().isSupplementOf(system.description().canonical())) {
                found.put(supplement.description().canonical(), supplement);
            }
        }
        for (CodeSystem supplement :
                codeSystems.defaultSupplements(system.description().canonical())) {
            found.putIfAbsent(supplement.description().canonical(), supplement);
        }
        return List.copyOf(found.values());
    }

    /**
     * @throws TerminologyException (422) where the request names a supplement of another system
     */
    public void requireAllFor(CodeSystem system) {
        refuseIf(named.stream()
                .filter(supplement -> !supplement
                        .description()
                        .isSupplementOf(system.description().canonical()))
                .map(supplement -> supplement.description().canonical())
                .toList());
    }

    /** A system with the supplements that this request uses laid over it. */
    public CodeSystem layOver(CodeSystem system) {
        return SupplementedCodeSystem.of(system, of(system));
    }

    private static void refuseIf(List<Canonical> missing) {
        if (!missing.isEmpty()) {
            throw new TerminologyException(LookupMessages.supplementMissing(missing));
        }
    }
}
