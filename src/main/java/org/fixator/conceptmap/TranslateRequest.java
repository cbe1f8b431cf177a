package org.fixator.conceptmap;

import java.util.List;
import org.fixator.codesystem.CodedValue;
import org.fixator.coding.Canonical;
import org.jspecify.annotations.Nullable;

/**
 * {@code ConceptMap/$translate}.
 *
 * @param map the map to use; {@code null} to use every map that fits
 * @param value the codings to translate
 * @param reverse whether the codings are targets and their sources are asked for
 * @param sourceScope value set that a map must translate from, where given
 * @param targetScope value set that a map must translate to, where given
 * @param targetSystem system to translate into, where given
 * @param dependencies conditions that the client knows to hold
 */
public record TranslateRequest(
        @Nullable ConceptMapDefinition map,
        CodedValue value,
        boolean reverse,
        @Nullable String sourceScope,
        @Nullable String targetScope,
        @Nullable Canonical targetSystem,
        List<DependsOn> dependencies) {

    public TranslateRequest {
        dependencies = List.copyOf(dependencies);
    }
}
