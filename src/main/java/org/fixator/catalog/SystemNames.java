package org.fixator.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixator.wire.NamingSystemDefinition;
import org.fixator.wire.NamingSystemDefinition.UniqueId;

/** Which names mean the same system, as the server knows and as NamingSystems say: {@code https} for {@code http}, an OID for a url. Immutable. */
final class SystemNames {

    private final Map<String, List<String>> others;

    private SystemNames(Map<String, Set<String>> groups) {
        Map<String, List<String>> all = new HashMap<>();
        groups.forEach((name, group) -> all.put(
                name, group.stream().filter(other -> !other.equals(name)).toList()));
        this.others = Map.copyOf(all);
    }

    /** The well-known names, and those of the NamingSystems among some content that are not retired. */
    static SystemNames of(Collection<Content> content) {
        Map<String, Set<String>> groups = new HashMap<>();
        WellKnownNames.DEFINITIONS.forEach(definition -> add(groups, definition));
        for (Content one : content) {
            if (one instanceof Content.Names named
                    && !"retired".equals(named.names().status())) {
                add(groups, named.names());
            }
        }
        return new SystemNames(groups);
    }

    private static void add(Map<String, Set<String>> groups, NamingSystemDefinition definition) {
        Set<String> group = new LinkedHashSet<>();
        String preferred = definition.preferredUri();
        if (preferred != null) {
            group.add(preferred);
        }
        for (UniqueId id : definition.uniqueIds()) {
            group.add(id.value());
        }
        group.forEach(name -> groups.merge(name, group, SystemNames::union));
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> both = new LinkedHashSet<>(a);
        both.addAll(b);
        return both;
    }

    /** The other names of what has this name, the preferred one first. */
    List<String> others(String name) {
        return others.getOrDefault(name, List.of());
    }
}
