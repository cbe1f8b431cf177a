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
 * @param sourceScope value set that a map must translate from, where given; the map's own source also when translating in
 *     reverse
 * @param targetScope value set that a map must translate to, where given; the map's own target also when translating in
 *     reverse
 * @param targetSystem system of the codes that are asked for, where given; in reverse it is a map's source system
 * @param dependencies conditions that the client knows to hold; several of one attribute are alternatives
 */
public record TranslateRequest(
        @Nullable CompiledConceptMap map,
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
