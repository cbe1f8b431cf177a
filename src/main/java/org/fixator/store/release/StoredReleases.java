package org.fixator.store.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.Content;
import org.fixator.catalog.Provenance;
import org.fixator.catalog.Releases;
import org.fixator.catalog.ResourceKey;
import org.fixator.catalog.StoredRelease;
import org.fixator.catalog.StoredRelease.State;
import org.fixator.coding.VersionOrder;
import org.fixator.issue.CatalogMessages;
import org.fixator.issue.TerminologyException;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseIdentity;
import org.fixator.store.CatalogEdit;
import org.fixator.store.CatalogFeed;
import org.fixator.store.ChangeLog;
import org.fixator.store.artifact.ArtifactStore;
import org.jspecify.annotations.Nullable;

/**
 * The releases of this server. A change goes: artifacts first, each durable under its hash; then one transaction with the
 * rows of the release and the resources that stand for it; after its commit one exchange of the snapshot. Whatever ends the
 * process in between, the next start finds the state before or after; artifacts that nothing refers to are collected then.
 */
public final class StoredReleases implements Releases {

    /** About what an image takes for a concept or mapping; for the check of space. */
    private static final int BYTES = 400;

    private final Catalog catalog;
    private final CatalogFeed feed;
    private final ReleaseTable table;
    private final ReleaseTransactions transactions;
    private final ArtifactStore artifacts;
    private final ReleaseImages images;
    private final ChangeLog log;
    /** The artifact of each resource of a release that is served. */
    private final Map<ResourceKey, String> served = new ConcurrentHashMap<>();
    /** Changes come one at a time; the collection of garbage is one. */
    private final ReentrantLock changing = new ReentrantLock(true);
    /** Why releases that should be are not served. */
    private final Map<String, String> unreadable = new ConcurrentHashMap<>();

    StoredReleases(
            Catalog catalog,
            CatalogFeed feed,
            ReleaseTable table,
            ReleaseTransactions transactions,
            ArtifactStore artifacts,
            ChangeLog log) {
        this.catalog = catalog;
        this.feed = feed;
        this.table = table;
        this.transactions = transactions;
        this.artifacts = artifacts;
        this.images = new ReleaseImages(artifacts);
        this.log = log;
    }

    /**
     * Serves the active releases from their artifacts, at start and before the resources are read. One that cannot be
     * read is told in the log and by {@link #list}, and the others are served.
     */
    public void fill() {
        changing.lock();
        try {
            ReleaseNews all = ReleaseNews.read(table, images, Map.of(), catalog.current());
            catalog.apply(new Catalog.Prepared(all.contents(), all.problems()));
            unreadable.clear();
            follow(all);
            feed.own(all.owners());
            artifacts.collect(table.artifacts());
        } finally {
            changing.unlock();
        }
    }

    @Override
    public List<StoredRelease> list() {
        Map<String, List<ReleaseRow>> bySystem = table.all().stream()
                .collect(Collectors.groupingBy(row -> row.identity().system(), TreeMap::new, Collectors.toList()));
        List<StoredRelease> all = new ArrayList<>();
        bySystem.forEach((system, rows) -> {
            List<String> versions = rows.stream()
                    .map(row -> row.identity().version())
                    .distinct()
                    .toList();
            List<String> order = VersionOrder.of(List.of(), versions).sorted(versions);
            rows.sort(Comparator.comparingInt(
                    (ReleaseRow row) -> -order.indexOf(row.identity().version())));
            rows.forEach(row -> all.add(stored(row)));
        });
        return all;
    }

    private StoredRelease stored(ReleaseRow row) {
        return row.stored(unreadable.containsKey(row.id()) ? State.UNREADABLE : row.state());
    }

    @Override
    public StoredRelease goLive(ReleaseContent content, Provenance provenance, boolean replaceForeign) {
        changing.lock();
        try {
            ReleaseRow known = known(content.identity());
            String id = known != null ? known.id() : freeId(content.identity());
            artifacts.requireSpace(BYTES * (concepts(content) + mappings(content)));
            ReleaseRow release = new ReleaseRow(
                    id,
                    content.identity(),
                    State.ACTIVE,
                    known != null && known.pinned(),
                    concepts(content),
                    mappings(content),
                    provenance,
                    content.notes());
            NewParts parts = NewParts.of(release, content, images);
            List<ReleasePart> before = known != null && known.isActive() ? table.parts(id) : List.of();
            commit(release, parts.parts(), parts.contents(), before, replaceForeign);
            return stored(release);
        } finally {
            changing.unlock();
        }
    }

    /** The release of the same publication and version that is kept already. */
    private @Nullable ReleaseRow known(ReleaseIdentity identity) {
        for (String id : List.of(ReleaseIds.release(identity), ReleaseIds.distinctRelease(identity))) {
            ReleaseRow row = table.find(id);
            if (row != null && row.identity().system().equals(identity.system())) {
                return row;
            }
        }
        return null;
    }

    private String freeId(ReleaseIdentity identity) {
        String id = ReleaseIds.release(identity);
        return table.find(id) == null ? id : ReleaseIds.distinctRelease(identity);
    }

    /** Makes a release active as it is given, in place of what it was before. */
    private void commit(
            ReleaseRow release,
            List<ReleasePart> parts,
            Map<ResourceKey, Content> contents,
            List<ReleasePart> before,
            boolean replaceForeign) {
        CatalogEdit edit = new CatalogEdit();
        contents.forEach(edit::put);
        Set<ResourceKey> kept = parts.stream().map(ReleasePart::key).collect(Collectors.toSet());
        List<ResourceKey> leaving = new ArrayList<>(itsOwn(release.id(), before, kept));
        // What the release had and has no more is in the way of nothing.
        leaving.forEach(edit::remove);
        leaving.addAll(ReleaseClaims.of(catalog, edit, parts).displaced(kept, replaceForeign));
        leaving.forEach(edit::remove);
        feed.change(
                edit,
                () -> transactions.run(() -> {
                    table.put(release, parts);
                    transactions.delete(leaving);
                    transactions.put(parts);
                    changed(release.id());
                }));
        serves(parts, leaving);
        unreadable.remove(release.id());
        settle();
    }

    /** The resources of a release that go with it: those that no other active release has too. */
    private List<ResourceKey> itsOwn(String release, List<ReleasePart> parts, Set<ResourceKey> kept) {
        Map<ResourceKey, String> others = table.ownersBeside(release);
        return parts.stream()
                .map(ReleasePart::key)
                .filter(key -> !kept.contains(key) && !others.containsKey(key))
                .toList();
    }

    @Override
    public StoredRelease activate(String id) {
        changing.lock();
        try {
            ReleaseRow release = required(id).with(State.ACTIVE, true);
            List<ReleasePart> parts = table.parts(id);
            CatalogEdit edit = new CatalogEdit();
            for (ReleasePart part : parts) {
                if (part.artifact() != null) {
                    edit.put(part.key(), content(part, release));
                }
            }
            List<ReleaseRow> unpinned = unpin(release, edit);
            ReleaseClaims.of(catalog, edit, parts).requireFree();
            feed.change(
                    edit,
                    () -> transactions.run(() -> {
                        unpinned.forEach(other -> table.setState(other.id(), other.state(), false));
                        table.setState(id, State.ACTIVE, true);
                        transactions.put(parts);
                        changed(id);
                    }));
            serves(parts, List.of());
            unreadable.remove(id);
            settle();
            return stored(release);
        } finally {
            changing.unlock();
        }
    }

    /** The content of a part: what is served already, or from its artifact. */
    private Content content(ReleasePart part, ReleaseRow release) {
        Content served = catalog.current().resource(part.key());
        String artifact = part.artifact();
        if (served != null && served.edition() != null) {
            return served.with(release.edition());
        }
        if (artifact == null) {
            throw new IllegalStateException(part.key() + " has no artifact");
        }
        return images.read(part.key().type(), artifact, release.edition());
    }

    /** The other releases of the same system that were pinned are so no more. */
    private List<ReleaseRow> unpin(ReleaseRow release, CatalogEdit edit) {
        List<ReleaseRow> unpinned = table.all().stream()
                .filter(row -> row.pinned() && !row.id().equals(release.id()))
                .filter(row -> row.identity().system().equals(release.identity().system()))
                .map(row -> row.with(row.state(), false))
                .toList();
        for (ReleaseRow other : unpinned) {
            for (ReleasePart part : table.parts(other.id())) {
                Content served = catalog.current().resource(part.key());
                if (served != null && served.edition() != null) {
                    edit.put(part.key(), served.with(other.edition()));
                }
            }
        }
        return unpinned;
    }

    @Override
    public StoredRelease retire(String id) {
        changing.lock();
        try {
            ReleaseRow release = required(id).with(State.RETIRED, false);
            stopServing(release, () -> table.setState(id, State.RETIRED, false));
            return stored(release);
        } finally {
            changing.unlock();
        }
    }

    @Override
    public void remove(String id) {
        changing.lock();
        try {
            stopServing(required(id), () -> table.delete(id));
        } finally {
            changing.unlock();
        }
    }

    private void stopServing(ReleaseRow release, Runnable rows) {
        CatalogEdit edit = new CatalogEdit();
        boolean active = required(release.id()).isActive();
        List<ResourceKey> leaving = active ? itsOwn(release.id(), table.parts(release.id()), Set.of()) : List.of();
        List<@Nullable Content> left = new ArrayList<>();
        for (ResourceKey key : leaving) {
            left.add(catalog.current().resource(key));
            edit.remove(key);
        }
        feed.change(
                edit,
                () -> transactions.run(() -> {
                    rows.run();
                    transactions.delete(leaving);
                    changed(release.id());
                }));
        left.forEach(images::leaves);
        serves(List.of(), leaving);
        unreadable.remove(release.id());
        settle();
    }

    /** After a change: who owns what, and what nothing refers to any more. */
    private void settle() {
        feed.own(table.owners());
        artifacts.collect(table.artifacts());
    }

    /** Other servers that share the database have to read the release anew. */
    private void changed(String release) {
        log.addAtCommit(List.of(new ChangeLog.Changed(ChangeLog.RELEASE, release)));
    }

    private void serves(List<ReleasePart> parts, List<ResourceKey> leaving) {
        leaving.forEach(served::remove);
        for (ReleasePart part : parts) {
            String artifact = part.artifact();
            if (artifact != null) {
                served.put(part.key(), artifact);
            }
        }
    }

    /** What another server has made of the releases, against what this one serves. */
    ReleaseNews news() {
        return ReleaseNews.read(table, images, served, catalog.current());
    }

    /** The news are served. */
    void follow(ReleaseNews news) {
        news.gone().forEach(served::remove);
        served.putAll(news.read());
        unreadable.putAll(news.unreadable());
        unreadable.keySet().retainAll(news.releases());
    }

    private ReleaseRow required(String id) {
        ReleaseRow row = table.find(id);
        if (row == null) {
            throw new TerminologyException(CatalogMessages.unknownRelease(id));
        }
        return row;
    }

    private static long concepts(ReleaseContent content) {
        return content.codeSystems().stream().mapToLong(system -> system.size()).sum();
    }

    private static long mappings(ReleaseContent content) {
        return content.conceptMaps().stream().mapToLong(map -> map.size()).sum();
    }
}
