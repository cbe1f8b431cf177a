package org.fixator.valueset;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.Concept;
import org.fixator.coding.Canonical;
import org.jspecify.annotations.Nullable;

/** A compiled value set as validation asks of it: what it draws from, and whether a concept is in. */
record ValidatedValueSet(CompiledValueSet compiled) {

    /** The systems that the value set draws concepts from, in the order of the includes. */
    List<String> systems() {
        return compiled.systems();
    }

    /**
     * The versions of a system that the value set draws from, in the order of its includes, each once; empty where it
     * does not draw from the system.
     */
    List<IncludeVersion> versions(String system) {
        List<CodeSystem> drawn = compiled.versionsOf(system);
        List<IncludeVersion> versions = new ArrayList<>(2);
        for (IncludeVersion version : compiled.versions()) {
            if (version.url().equals(system)
                    && (version instanceof IncludeVersion.Missing
                            || (version instanceof IncludeVersion.Found found && drawn.contains(found.system())))
                    && !versions.contains(version)) {
                versions.add(version);
            }
        }
        if (versions.isEmpty()) {
            for (CodeSystem stored : drawn) { // of a stored expansion, which no include has chosen
                versions.add(new IncludeVersion.Found(system, null, null, IncludeVersion.Rule.DEFAULT, stored, null));
            }
        }
        return versions;
    }

    boolean contains(CodeSystem system, Concept concept) {
        return compiled.contains(system, concept);
    }

    /**
     * Whether a code that a fragment does not hold would be in the value set if it exists: an include names the whole
     * system.
     */
    boolean containsAll(CodeSystem system) {
        return compiled.selections().stream()
                .anyMatch(selection -> selection.system() == system && selection.scope() == Selection.Scope.WHOLE);
    }

    /** Whether the value set names a code that this version of the code system does not hold. */
    boolean namesAbsent(CodeSystem system, String code) {
        return compiled.selections().stream()
                .filter(selection -> selection.system() == system)
                .flatMap(selection -> selection.absent().stream())
                .anyMatch(absent -> absent.code().equals(code));
    }

    /** Whether the value set rules inactive concepts out. */
    boolean excludesInactive() {
        Compose compose = compiled.definition().compose();
        return compose != null && Boolean.FALSE.equals(compose.inactive());
    }

    /** What the value set says of a concept that it enumerates; {@code null} where it does not. */
    @Nullable
    EnumeratedConcept given(CodeSystem system, Concept concept) {
        return compiled.given(system, concept);
    }

    ValueSetDefinition definition() {
        return compiled.definition();
    }

    /** All that the value set imports. */
    List<ValueSetDefinition> imports() {
        return compiled.imports();
    }

    /** The imported value sets that are not here. */
    List<Canonical> missingValueSets() {
        if (compiled.problems().isEmpty()) {
            return List.of();
        }
        List<Canonical> missing = new ArrayList<>();
        for (CompileProblem problem : compiled.problems()) {
            if (problem instanceof CompileProblem.MissingValueSet m) {
                missing.add(m.valueSet());
            }
        }
        return missing;
    }

    /** The system whose concepts are not here though it is known; {@code null} where there is none such. */
    @Nullable
    CodeSystem withoutContent(String system) {
        for (CompileProblem problem : compiled.problems()) {
            if (problem instanceof CompileProblem.NoContent n
                    && n.system().description().url().equals(system)) {
                return n.system();
            }
        }
        return null;
    }
}
