package org.fixator.conceptmap;

import java.util.List;
import org.fixator.coding.Coding;
import org.fixator.coding.Property;
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
     * @param relationship as the map states it: how its target relates to its source, also when translating in reverse
     * @param asked the coding of the request that was translated
     * @param coding the concept in the other system; {@code null} where the map states that there is none
     * @param dependsOn conditions under which the mapping holds; they are met where the request named any
     * @param products further values that come with the mapping
     * @param properties R5's properties of the target
     */
    public record Match(
            @Nullable String map,
            Relationship relationship,
            Coding asked,
            @Nullable Coding coding,
            @Nullable String comment,
            List<DependsOn> dependsOn,
            List<DependsOn> products,
            List<Property> properties) {

        public Match {
            dependsOn = List.copyOf(dependsOn);
            products = List.copyOf(products);
            properties = List.copyOf(properties);
        }
    }
}
