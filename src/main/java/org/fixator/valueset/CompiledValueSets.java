package org.fixator.valueset;

import java.util.List;
import org.fixator.codesystem.VersionRules;
import org.fixator.coding.Canonical;
import org.fixator.issue.TerminologyException;

/** Compiles value sets, or hands out what was compiled before from the same snapshot. */
public interface CompiledValueSets {

    /**
     * @param preferred versions, exact, to be taken wherever an include leaves a choice that admits them
     * @throws TerminologyException where the value set cannot be evaluated at all
     */
    CompiledValueSet of(ValueSetDefinition valueSet, VersionRules rules, List<Canonical> preferred);
}
