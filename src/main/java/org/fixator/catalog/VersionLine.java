package org.fixator.catalog;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fixator.coding.VersionOrder;
import org.fixator.coding.VersionPattern;
import org.fixator.issue.CatalogMessages;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one url names, and the rule which of it answers: the higher rank, then what came with the request, then
 * the newest in the publisher's order. What has no version is older than what has one. Immutable.
 */
final class VersionLine<T> {

    private final String url;
    private final List<Held<T>> held;
    private final VersionOrder order;
    private final Map<String, Held<T>> exact = new HashMap<>();
    /** The one that answers where no version is asked for; {@code null} where nothing says which. */
    private final @Nullable Held<T> standard;

    /**
     * @param held at least one, in the order in which they came
     */
    VersionLine(String url, List<Held<T>> held) {
        this.url = url;
        this.held = List.copyOf(held);
        this.order = VersionOrder.of(
                held.stream().map(Held::algorithm).filter(Objects::nonNull).toList(), distinctVersions(held));
        for (Held<T> one : held) {
            if (one.version() != null) {
                exact.merge(one.version(), one, VersionLine::better);
            }
        }
        this.standard = choose(held);
    }

    List<Held<T>> held() {
        return held;
    }

    /** All versions, oldest first. */
    List<String> versions() {
        return order.sorted(distinctVersions(held));
    }

    /**
     * @param version exact, or with wildcards; {@code null} for the one that answers by default
     * @return {@code null} where there is no such version
     * @throws TerminologyException where several would do and their order is not known
     */
    @Nullable
    T find(@Nullable String version) {
        if (version == null) {
            return required(standard, held).value();
        }
        Held<T> same = exact.get(version);
        if (same != null) {
            return same.value();
        }
        VersionPattern pattern = new VersionPattern(version);
        if (!pattern.isWildcard()) {
            return null;
        }
        List<Held<T>> matching = held.stream()
                .filter(one -> one.version() != null && pattern.matches(one.version()))
                .toList();
        return matching.isEmpty() ? null : required(choose(matching), matching).value();
    }

    /** The one that answers by default, or, where nothing says which, the one that came last. */
    T latest() {
        return standard == null ? held.get(held.size() - 1).value() : standard.value();
    }

    private Held<T> required(@Nullable Held<T> chosen, List<Held<T>> among) {
        if (chosen == null) {
            throw new TerminologyException(CatalogMessages.versionsWithoutOrder(url, distinctVersions(among)));
        }
        return chosen;
    }

    /** The best of some; {@code null} where two are a tie. */
    private @Nullable Held<T> choose(List<Held<T>> candidates) {
        Held<T> best = candidates.get(0);
        for (Held<T> candidate : candidates) {
            best = better(best, candidate);
        }
        Map<String, Held<T>> versions = new HashMap<>();
        for (Held<T> candidate : candidates) {
            boolean equal = candidate.rank() == best.rank() && candidate.layer() == best.layer();
            if (equal && candidate.version() != null) {
                versions.put(candidate.version(), candidate);
            }
        }
        Optional<String> newest = order.newest(versions.keySet());
        return versions.isEmpty() ? best : newest.map(versions::get).orElse(null);
    }

    /** By rank and layer; of equals the one that came later. */
    private static <T> Held<T> better(Held<T> a, Held<T> b) {
        if (a.rank() != b.rank()) {
            return a.rank() > b.rank() ? a : b;
        }
        return a.layer() > b.layer() ? a : b;
    }

    private static <T> List<String> distinctVersions(List<Held<T>> held) {
        Set<String> versions = new LinkedHashSet<>();
        for (Held<T> one : held) {
            if (one.version() != null) {
                versions.add(one.version());
            }
        }
        return List.copyOf(versions);
    }
}
