package org.fixator.valueset;

import java.util.List;
import org.fixator.codesystem.VersionRules;
import org.fixator.coding.Canonical;

/** Where operations get their compiled value sets from: a {@link ValueSetCompiler}, or someone who keeps its results. */
public interface CompiledValueSets {

    /**
     * @param rules version rules of the request; those of the value set itself are weaker
     * @param preferred exact versions, of the values that are validated, taken wherever an include leaves a choice
     * @see ValueSetCompiler#compile
     */
    CompiledValueSet compile(ValueSetDefinition valueSet, VersionRules rules, List<Canonical> preferred);
}
