package org.fixator.codesystem.closure;

import java.util.List;
import org.fixator.coding.Coding;
import org.jspecify.annotations.Nullable;

/**
 * {@code $closure}: with neither concepts nor version the table is initialised.
 *
 * @param name of the table
 * @param concepts to add to it
 * @param version the last one that the client has processed, where it asks for what came after
 */
public record ClosureRequest(String name, List<Coding> concepts, @Nullable String version) {

    public ClosureRequest {
        concepts = List.copyOf(concepts);
    }
}
