package org.fixator.conceptmap;

import java.util.List;
import org.fixator.coding.Coding;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@code $translate}.
 *
 * @param result whether there is at least one match that is one
 * @param message what there is to say, where there is something
 */
public record TranslateResult(boolean result, @Nullable String message, List<Match> matches) {

    public TranslateResult {
        matches = List.copyOf(matches);
    }

    /**
     * One mapping found.
     *
     * @param map canonical of the map that says so
     * @param coding the concept in the other system; {@code null} where the map states that there is none
     */
    public record Match(
            @Nullable String map,
            Relationship relationship,
            @Nullable Coding coding,
            @Nullable String comment,
            List<DependsOn> dependsOn,
            List<DependsOn> products) {

        public Match {
            dependsOn = List.copyOf(dependsOn);
            products = List.copyOf(products);
        }
    }
}
