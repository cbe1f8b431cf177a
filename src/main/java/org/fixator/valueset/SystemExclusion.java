package org.fixator.valueset;

import java.util.Set;
import org.fixator.coding.Canonical;
import org.jspecify.annotations.Nullable;

/** Code systems that a client wants left out of an expansion ({@code exclude-system}), whether they are here or not. */
final class SystemExclusion {

    private final Set<Canonical> excluded;

    SystemExclusion(Set<Canonical> excluded) {
        this.excluded = excluded;
    }

    CompiledValueSet apply(CompiledValueSet compiled) {
        if (excluded.isEmpty()) {
            return compiled;
        }
        return new CompiledValueSet(
                compiled.definition(),
                compiled.selections().stream()
                        .filter(selection ->
                                isIn(selection.system().description().canonical()))
                        .toList(),
                compiled.memberships().stream()
                        .filter(membership ->
                                isIn(membership.system().description().canonical()))
                        .toList(),
                compiled.problems().stream()
                        .filter(problem -> isIn(canonical(problem)))
                        .toList(),
                compiled.codeSystems().stream()
                        .filter(system -> isIn(system.description().canonical()))
                        .toList(),
                compiled.imports(),
                compiled.bases(),
                compiled.versions(),
                compiled.pinned(),
                compiled.statesVersions(),
                compiled.matchesVersions());
    }

    private static @Nullable Canonical canonical(CompileProblem problem) {
        if (problem instanceof CompileProblem.MissingCodeSystem missing) {
            return new Canonical(missing.version().url(), missing.version().asked());
        }
        if (problem instanceof CompileProblem.ForbiddenVersion forbidden) {
            return forbidden.version().system().description().canonical();
        }
        return problem instanceof CompileProblem.NoContent none
                ? none.system().description().canonical()
                : null;
    }

    private boolean isIn(@Nullable Canonical system) {
        return system == null || excluded.stream().noneMatch(out -> covers(out, system));
    }

    private static boolean covers(Canonical out, Canonical system) {
        if (!out.url().equals(system.url())) {
            return false;
        }
        return out.version() == null
                || (system.version() != null && IncludeVersions.matches(out.version(), system.version()));
    }
}
