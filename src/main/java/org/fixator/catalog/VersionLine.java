package org.fixator.catalog;

import java.time.LocalDate;
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
 * Everything that one url names, and the rule which of it answers: of the version asked for; in force on the day asked
 * for; what is pinned; the higher rank; what came with the request; the newest in the publisher's order; a release. What
 * has no version is older than what has one. Immutable.
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
        return find(version, null);
    }

    /**
     * As {@link #find(String)}, as it was on a day.
     *
     * @param day {@code null} where any will do; a version that is named exactly answers on any day
     * @throws TerminologyException also where no version was in force on that day
     */
    @Nullable
    T find(@Nullable String version, @Nullable LocalDate day) {
        if (version == null && day == null) {
            return required(standard, held).value();
        }
        if (version == null) {
            List<Held<T>> inForce = inForce(held, day);
            return required(choose(inForce), inForce).value();
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
        if (matching.isEmpty()) {
            return null;
        }
        List<Held<T>> inForce = inForce(matching, day);
        return required(choose(inForce), inForce).value();
    }

    /** Those in force on a day; where no period is stated of any, all. */
    private List<Held<T>> inForce(List<Held<T>> candidates, @Nullable LocalDate day) {
        if (day == null || candidates.stream().noneMatch(VersionLine::hasPeriod)) {
            return candidates;
        }
        List<Held<T>> inForce = candidates.stream()
                .filter(one -> !hasPeriod(one)
                        || one.edition() == null
                        || one.edition().isInForce(day))
                .toList();
        if (inForce.stream().noneMatch(VersionLine::hasPeriod)) {
            throw new TerminologyException(CatalogMessages.noVersionInForce(url, day.toString(), versions()));
        }
        return inForce;
    }

    private static boolean hasPeriod(Held<?> one) {
        return one.edition() != null && one.edition().hasPeriod();
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
    private @Nullable Held<T> choose(List<Held<T>> all) {
        List<Held<T>> candidates = pinned(all);
        Held<T> best = candidates.get(0);
        for (Held<T> candidate : candidates) {
            best = better(best, candidate);
        }
        Map<String, Held<T>> versions = new HashMap<>();
        for (Held<T> candidate : candidates) {
            boolean equal = candidate.rank() == best.rank() && candidate.layer() == best.layer();
            if (equal && candidate.version() != null) {
                versions.merge(candidate.version(), candidate, VersionLine::better);
            }
        }
        Optional<String> newest = order.newest(versions.keySet());
        return versions.isEmpty() ? best : newest.map(versions::get).orElse(null);
    }

    /** What is pinned, where something is and nothing came with the request; else all. */
    private static <T> List<Held<T>> pinned(List<Held<T>> all) {
        List<Held<T>> pinned = all.stream().filter(Held::isPinned).toList();
        return pinned.isEmpty() || all.stream().anyMatch(one -> one.layer() > 0) ? all : pinned;
    }

    /** By rank and layer; then a release before a resource of its own; of equals the one that came later. */
    private static <T> Held<T> better(Held<T> a, Held<T> b) {
        if (a.rank() != b.rank()) {
            return a.rank() > b.rank() ? a : b;
        }
        if (a.layer() != b.layer()) {
            return a.layer() > b.layer() ? a : b;
        }
        return a.edition() != null && b.edition() == null ? a : b;
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
