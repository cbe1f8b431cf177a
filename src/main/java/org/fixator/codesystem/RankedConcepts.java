package org.fixator.codesystem;

import java.util.List;

/**
 * A page of a text search.
 *
 * @param concepts the concepts of the page, best first
 * @param total how many concepts match
 */
public record RankedConcepts(List<Concept> concepts, int total) {

    public RankedConcepts {
        concepts = List.copyOf(concepts);
    }
}
