package org.fixator.store.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.Change;
import org.fixator.catalog.Conflict;
import org.fixator.catalog.Content;
import org.fixator.catalog.ResourceKey;
import org.fixator.issue.Issue;
import org.fixator.issue.TerminologyException;
import org.fixator.store.CatalogEdit;
import org.jspecify.annotations.Nullable;

/**
 * What a release claims when it goes live: the canonicals of its images, and of the resources whose JSON is the whole of
 * them. Others may hold one of these already.
 *
 * @param contents all that is going to be served, {@code null} for what goes in the same step and is in the way of nothing
 */
record ReleaseClaims(Catalog catalog, Map<ResourceKey, @Nullable Content> contents) {

    private static final int CONFLICT = 409;

    /** @param edit the images of the release, and what goes */
    static ReleaseClaims of(Catalog catalog, CatalogEdit edit, List<ReleasePart> parts) {
        List<Change> resources = parts.stream()
                .filter(part -> part.artifact() == null)
                .map(part -> Change.put(part.key().type(), part.key().id(), part.json()))
                .toList();
        Map<ResourceKey, @Nullable Content> contents =
                new LinkedHashMap<>(catalog.prepare(resources).contents());
        contents.putAll(edit.contents());
        return new ReleaseClaims(catalog, contents);
    }

    /**
     * Refuses them where anything holds one.
     *
     * @throws TerminologyException (409) naming each that does
     */
    void requireFree() {
        displaced(Set.of(), false);
    }

    /**
     * The resources that hold one and have to give way.
     *
     * @param kept resources of the release itself, which hold nothing against it
     * @param replace whether resources of others give way; releases and parts of the server never do
     * @throws TerminologyException (409) naming each that does not give way
     */
    List<ResourceKey> displaced(Set<ResourceKey> kept, boolean replace) {
        List<Issue> refused = new ArrayList<>();
        List<ResourceKey> displaced = new ArrayList<>();
        for (Conflict conflict : catalog.conflictingResources(new Catalog.Prepared(contents, Map.of()))) {
            ResourceKey holder = conflict.holder();
            if (holder == null || conflict.release() != null || !replace || contents.containsKey(holder)) {
                refused.add(conflict.issue());
            } else if (!kept.contains(holder)) {
                displaced.add(holder);
            }
        }
        if (!refused.isEmpty()) {
            throw new TerminologyException(refused, CONFLICT);
        }
        return displaced;
    }
}
