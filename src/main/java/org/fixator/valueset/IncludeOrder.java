package org.fixator.valueset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fixator.codesystem.CodeSystems;

/**
 * The order in which includes are taken: that of the compose, but of several includes that state versions of one code
 * system the newest version comes first, so that it is the one to speak for a code that both have. (HL7's
 * {@code overload} suite; includes without a version keep their place.)
 */
final class IncludeOrder {

    private IncludeOrder() {}

    /** Numbers of the includes, in the order to be taken. */
    static List<Integer> of(List<Include> includes, CodeSystems systems) {
        Map<String, List<Integer>> stated = new HashMap<>();
        for (int i = 0; i < includes.size(); i++) {
            Include include = includes.get(i);
            if (include.system() != null && include.version() != null) {
                stated.computeIfAbsent(include.system(), url -> new ArrayList<>())
                        .add(i);
            }
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < includes.size(); i++) {
            order.add(i);
        }
        stated.forEach((url, places) -> {
            if (places.stream()
                            .map(place -> includes.get(place).version())
                            .distinct()
                            .count()
                    > 1) {
                List<String> versions = systems.versions(url);
                List<Integer> newestFirst = new ArrayList<>(places);
                newestFirst.sort(Comparator.comparingInt((Integer place) -> -age(
                        versions, Objects.requireNonNull(includes.get(place).version()))));
                for (int i = 0; i < places.size(); i++) {
                    order.set(places.get(i), newestFirst.get(i));
                }
            }
        });
        return order;
    }

    /** Place of the newest version asked for among all; −1 where there is none. */
    private static int age(List<String> versions, String asked) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (IncludeVersions.matches(asked, versions.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
