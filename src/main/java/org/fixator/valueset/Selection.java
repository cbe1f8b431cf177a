package org.fixator.valueset;

import java.util.List;
import java.util.Map;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.ConceptSet;
import org.fixator.valueset.IncludeVersion.Found;
import org.jspecify.annotations.Nullable;

/**
 * What one include selects from one version of one code system, after exclusions and without what earlier includes have
 * selected already. The members of a value set are those of its selections, in their order.
 *
 * @param include number of the include in the compose; −1 in a stored expansion
 * @param choice how the version was found; {@code null} in a stored expansion
 * @param system the code system version
 * @param members the concepts, an enumeration in its own order
 * @param scope how the include picks them
 * @param given what the value set itself says of the concepts that it enumerates, by code as the code system writes it
 * @param absent enumerated concepts that this version of the code system does not hold
 */
public record Selection(
        int include,
        @Nullable Found choice,
        CodeSystem system,
        ConceptSet members,
        Scope scope,
        Map<String, EnumeratedConcept> given,
        List<EnumeratedConcept> absent) {

    /** How an include picks concepts. */
    public enum Scope {
        /** It names the whole code system. */
        WHOLE,
        FILTERED,
        ENUMERATED
    }

    public Selection {
        given = Map.copyOf(given);
        absent = List.copyOf(absent);
    }

    /** Whether it is the whole of a code system whose concepts cannot be listed. */
    boolean isUnlisted() {
        return scope == Scope.WHOLE && !members.isClosed();
    }

    Selection with(ConceptSet others) {
        return new Selection(include, choice, system, others, scope, given, absent);
    }

    /** The same selection, made by another include: that of the value set that imports this one. */
    Selection at(int otherInclude) {
        return new Selection(otherInclude, choice, system, members, scope, given, absent);
    }
}
