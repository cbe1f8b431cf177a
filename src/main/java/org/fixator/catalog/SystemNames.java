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

    static final SystemNames NONE = new SystemNames();

    private final Map<String, Set<String>> names = new HashMap<>();

    private SystemNames() {}

    /** The well-known names, and those of the NamingSystems among some content that are not retired. */
    static SystemNames of(Collection<Content> content) {
        SystemNames all = new SystemNames();
        WellKnownNames.DEFINITIONS.forEach(all::add);
        for (Content one : content) {
            if (one instanceof Content.Names named
                    && !"retired".equals(named.names().status())) {
                all.add(named.names());
            }
        }
        return all;
    }

    private void add(NamingSystemDefinition definition) {
        Set<String> group = new LinkedHashSet<>();
        String preferred = definition.preferredUri();
        if (preferred != null) {
            group.add(preferred);
        }
        for (UniqueId id : definition.uniqueIds()) {
            group.add(id.value());
        }
        group.forEach(name -> names.merge(name, group, SystemNames::union));
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> both = new LinkedHashSet<>(a);
        both.addAll(b);
        return both;
    }

    /** The other names of what has this name, the preferred one first. */
    List<String> others(String name) {
        return names.getOrDefault(name, Set.of()).stream()
                .filter(other -> !other.equals(name))
                .toList();
    }
}
