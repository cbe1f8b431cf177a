package org.fixator.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixator.issue.TerminologyException;
import org.fixator.release.PackagedResource;
import org.fixator.release.ReleaseContent;
import org.fixator.wire.JsonSource;
import org.jspecify.annotations.Nullable;

/**
 * A release without those of its resources whose canonical is held already, by another resource, by a release or by a part
 * of the server. They step behind it, so that one of thousands does not keep out a whole package; a note names each.
 */
public final class HeldClaims {

    private static final Set<String> SERVED = Set.of("NamingSystem", "CodeSystem", "ValueSet", "ConceptMap");

    private HeldClaims() {}

    /**
     * What cannot be read stays, to be refused when it is stored.
     *
     * @param replace whether the release takes the place of resources, so that only parts of the server are before it
     */
    public static ReleaseContent without(ReleaseContent content, Snapshot snapshot, boolean replace) {
        Map<ResourceKey, @Nullable Content> claims = new LinkedHashMap<>();
        for (PackagedResource resource : content.resources()) {
            String id = resource.id();
            if (id != null && SERVED.contains(resource.type())) {
                compile(new ResourceKey(resource.type(), id), resource, claims);
            }
        }
        Set<ResourceKey> held = new LinkedHashSet<>();
        List<String> notes = new ArrayList<>(content.notes());
        for (Conflict conflict : new Conflicts(snapshot, new Catalog.Prepared(claims, Map.of()), Set.of()).find()) {
            boolean first = !replace || conflict.holder() == null;
            if (first && held.add(conflict.key())) {
                notes.add("Left out: " + conflict.issue().text() + ".");
            }
        }
        if (held.isEmpty()) {
            return content;
        }
        return new ReleaseContent(
                content.identity(),
                content.codeSystems(),
                content.conceptMaps(),
                content.resources().stream()
                        .filter(one -> !held.contains(new ResourceKey(one.type(), String.valueOf(one.id()))))
                        .toList(),
                notes);
    }

    private static void compile(
            ResourceKey key, PackagedResource resource, Map<ResourceKey, @Nullable Content> claims) {
        try {
            claims.put(key, ResourceCompiler.compile(key.type(), JsonSource.of(resource.json())));
        } catch (TerminologyException unreadable) {
            return;
        }
    }
}
