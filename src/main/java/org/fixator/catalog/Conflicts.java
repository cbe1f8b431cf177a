package org.fixator.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixator.coding.Canonical;
import org.fixator.issue.CatalogMessages;
import org.jspecify.annotations.Nullable;

/** Finds what stands in the way of changes. Belongs to one thread and is used once. */
final class Conflicts {

    private final Snapshot snapshot;
    private final Catalog.Prepared prepared;
    private final Set<ResourceKey> configured;
    private final Set<ResourceKey> leaving;

    /** @param configured the resources that step behind a release and so are in no release's way, nor it in theirs */
    Conflicts(Snapshot snapshot, Catalog.Prepared prepared, Set<ResourceKey> configured) {
        this.snapshot = snapshot;
        this.prepared = prepared;
        this.configured = configured;
        this.leaving = new HashSet<>(prepared.contents().keySet());
        leaving.addAll(prepared.problems().keySet());
    }

    List<Conflict> find() {
        Map<Claim, ResourceKey> claims = new HashMap<>();
        List<Conflict> conflicts = new ArrayList<>();
        prepared.contents().forEach((key, content) -> {
            Canonical canonical = content == null ? null : content.canonical();
            if (content == null || canonical == null) {
                return;
            }
            ResourceKey sibling = claims.putIfAbsent(Claim.of(key, content, canonical), key);
            if (sibling != null) {
                conflicts.add(conflict(key, canonical, sibling, null));
            } else {
                holders(key, content, canonical, conflicts);
            }
        });
        return conflicts;
    }

    private void holders(ResourceKey key, Content content, Canonical canonical, List<Conflict> conflicts) {
        int before = conflicts.size();
        for (Held<?> held : snapshot.shelves().holders(content)) {
            if (held.key() == null || (!leaving.contains(held.key()) && !stepsBehind(key, content, held))) {
                conflicts.add(conflict(key, canonical, held.key(), held.edition()));
            }
        }
        if (conflicts.size() == before) {
            Held<?> owner = owner(key, content, canonical);
            if (owner != null) {
                conflicts.add(conflict(key, canonical, owner.key(), owner.edition()));
            }
        }
    }

    /** Whether one of the two is a release and the other is part of the configured content. */
    private boolean stepsBehind(ResourceKey key, Content content, Held<?> held) {
        return content.edition() == null
                ? held.edition() != null && configured.contains(key)
                : held.edition() == null && configured.contains(held.key());
    }

    /**
     * The release that owns a code system which a resource claims to hold whole. One that held it before the release came
     * may go on to do so.
     */
    private @Nullable Held<?> owner(ResourceKey key, Content content, Canonical canonical) {
        boolean whole = content instanceof Content.Codes codes && codes.isComplete() && codes.edition() == null;
        if (!whole || configured.contains(key) || claims(snapshot.resource(key), canonical.url())) {
            return null;
        }
        for (Held<?> held : snapshot.shelves().systemsOf(canonical.url())) {
            if (held.edition() != null && held.key() != null && !leaving.contains(held.key())) {
                return held;
            }
        }
        return null;
    }

    private static boolean claims(@Nullable Content content, String url) {
        Canonical canonical = content == null ? null : content.canonical();
        return canonical != null && canonical.url().equals(url);
    }

    private static Conflict conflict(
            ResourceKey key, Canonical canonical, @Nullable ResourceKey holder, @Nullable Edition edition) {
        String servedBy = edition != null
                ? CatalogMessages.ofRelease(edition.release())
                : holder == null ? CatalogMessages.builtIn() : CatalogMessages.servedBy(holder.type(), holder.id());
        return new Conflict(
                key,
                holder,
                edition == null ? null : edition.release(),
                CatalogMessages.duplicateCanonical(key.type(), key.id(), canonical, servedBy));
    }

    private record Claim(String type, boolean supplement, Canonical canonical, int rank) {

        static Claim of(ResourceKey key, Content content, Canonical canonical) {
            boolean supplement = content instanceof Content.Codes codes && codes.isSupplement();
            return new Claim(key.type(), supplement, canonical, content.rank());
        }
    }
}
