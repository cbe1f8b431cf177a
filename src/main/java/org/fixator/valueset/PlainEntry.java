package org.fixator.valueset;

import java.util.List;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.Concept;
import org.jspecify.annotations.Nullable;

/**
 * An entry of which there is nothing to tell but code and display, as of most: the concept itself, from which a writer
 * takes both as they lie.
 *
 * @param system of the concept
 * @param tellsVersion whether the version must be told (two versions in one expansion)
 * @param concept has a display
 */
public record PlainEntry(CodeSystemDescription system, boolean tellsVersion, Concept concept)
        implements ExpansionEntry {

    /** The version of the code system, where it must be told. */
    public @Nullable String version() {
        return tellsVersion ? system.version() : null;
    }

    @Override
    public ExpandedConcept whole() {
        return whole(List.of());
    }

    /** The entry in full, with others below it. */
    ExpandedConcept whole(List<ExpandedConcept> below) {
        return new ExpandedConcept(
                system.url(),
                version(),
                concept.code(),
                concept.display(),
                concept.isAbstract(),
                concept.isInactive(),
                List.of(),
                List.of(),
                List.of(),
                below);
    }
}
