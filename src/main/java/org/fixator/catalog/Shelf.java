package org.fixator.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything of one kind, by url. Immutable; an {@link Edit} makes a new one that shares what did not change. */
final class Shelf<T> {

    private final Map<String, VersionLine<T>> lines;

    private Shelf(Map<String, VersionLine<T>> lines) {
        this.lines = lines;
    }

    static <T> Shelf<T> empty() {
        return new Shelf<>(Map.of());
    }

    @Nullable
    VersionLine<T> line(String url) {
        return lines.get(url);
    }

    /** As {@link VersionLine#find}; {@code null} also where nothing has the url. */
    @Nullable
    T find(String url, @Nullable String version) {
        VersionLine<T> line = lines.get(url);
        return line == null ? null : line.find(version);
    }

    List<String> versions(String url) {
        VersionLine<T> line = lines.get(url);
        return line == null ? List.of() : line.versions();
    }

    Set<String> urls() {
        return Collections.unmodifiableSet(lines.keySet());
    }

    Collection<VersionLine<T>> lines() {
        return Collections.unmodifiableCollection(lines.values());
    }

    /** The lines in the order of their urls, which is the same on every server that holds the same. */
    List<VersionLine<T>> sortedLines() {
        return lines.keySet().stream().sorted().map(lines::get).toList();
    }

    Edit<T> edit() {
        return new Edit<>(this);
    }

    /** Changes to a shelf. Belongs to one thread; lines are made once, when all changes are known. */
    static final class Edit<T> {

        private final Shelf<T> before;
        private final Map<String, List<Held<T>>> changed = new LinkedHashMap<>();

        private Edit(Shelf<T> before) {
            this.before = before;
        }

        boolean isChanged() {
            return !changed.isEmpty();
        }

        void put(String url, Held<T> held) {
            lines(url).add(held);
        }

        void remove(String url, ResourceKey key) {
            lines(url).removeIf(one -> key.equals(one.key()));
        }

        private List<Held<T>> lines(String url) {
            return changed.computeIfAbsent(url, u -> {
                VersionLine<T> line = before.line(u);
                return line == null ? new ArrayList<>() : new ArrayList<>(line.held());
            });
        }

        Shelf<T> freeze() {
            if (changed.isEmpty()) {
                return before;
            }
            Map<String, VersionLine<T>> lines = new LinkedHashMap<>(before.lines);
            changed.forEach((url, held) -> {
                if (held.isEmpty()) {
                    lines.remove(url);
                } else {
                    lines.put(url, new VersionLine<>(url, held));
                }
            });
            return new Shelf<>(lines);
        }
    }
}
