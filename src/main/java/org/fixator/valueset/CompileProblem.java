package org.fixator.valueset;

import org.fixator.codesystem.CodeSystem;
import org.fixator.coding.Canonical;

/**
 * Why a part of a value set could not be compiled. An expansion is refused for any of them; a validation may still find
 * its answer in the rest, and words the problem in its own way.
 */
public sealed interface CompileProblem {

    /** The code system, or the version asked for, is not here. */
    record MissingCodeSystem(IncludeVersion.Missing version) implements CompileProblem {}

    /** The version that answers is not allowed by {@code check-system-version}. Its concepts are compiled all the same. */
    record ForbiddenVersion(IncludeVersion.Found version, String required) implements CompileProblem {}

    /** The code system is known but its concepts are not here: {@code not-present}, {@code example}, a supplement. */
    record NoContent(CodeSystem system) implements CompileProblem {}

    /**
     * An imported value set is not here.
     *
     * @param excluding whether an exclude names it
     */
    record MissingValueSet(Canonical valueSet, boolean excluding) implements CompileProblem {}
}
