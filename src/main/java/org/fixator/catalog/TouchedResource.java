package org.fixator.catalog;

import java.util.List;

/**
 * A stored value set or concept map whose meaning a new release changes.
 *
 * @param type resource type
 * @param canonical url, with its version after a bar
 * @param missing codes that it names or had selected, and that the release does not hold
 * @param gained codes that it will select besides
 * @param retitled codes that it names and that the release shows by another title
 */
public record TouchedResource(
        String type, String canonical, List<String> missing, List<String> gained, List<String> retitled) {

    public TouchedResource {
        missing = List.copyOf(missing);
        gained = List.copyOf(gained);
        retitled = List.copyOf(retitled);
    }

    boolean isTouched() {
        return !missing.isEmpty() || !gained.isEmpty() || !retitled.isEmpty();
    }
}
