package org.fixator.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.Change;
import org.fixator.catalog.ResourceKey;
import org.fixator.issue.CatalogMessages;
import org.fixator.issue.Issue;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the catalog equal to the database: fills it at start, refuses what it could not serve before it is committed, and
 * serves a change once it is committed. HAPI's hooks call one at a time.
 */
public final class CatalogFeed implements CommitGuard, CommitListener {

    static final List<String> SERVED = List.of("NamingSystem", "CodeSystem", "ValueSet", "ConceptMap");

    private final Catalog catalog;
    /** The release of each resource that belongs to one. */
    private volatile Map<ResourceKey, String> releases = Map.of();

    /** Held while the snapshot is exchanged; {@link #exchanges} counts how often this server's own writes did so. */
    private final Object exchanging = new Object();

    private long exchanges;

    private @Nullable List<StoredChange> checked;
    private Catalog.@Nullable Prepared prepared;

    public CatalogFeed(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Serves all that is stored, apart from what belongs to releases, and what is going to be stored as soon as HAPI is up,
     * in place of what is stored under the same ids.
     *
     * @throws CommitRefused where something of {@code ahead} could not be stored
     */
    public Catalog.Prepared fill(StoredResources stored, List<ResourceWriter.Put> ahead) {
        Set<ResourceKey> coming = new HashSet<>();
        ahead.forEach(put -> coming.add(new ResourceKey(put.type(), put.id())));
        Map<ResourceKey, String> owned = releases;
        List<Change> changes = new ArrayList<>();
        for (String type : SERVED) {
            stored.forEach(type, resource -> {
                Change change = Change.put(type, resource.id(), resource.json());
                if (!coming.contains(change.key()) && !owned.containsKey(change.key())) {
                    changes.add(change);
                }
            });
        }
        Catalog.Prepared filled = catalog.apply(changes);
        catalog.apply(acceptable(Precedence.among(ahead, catalog).served()));
        return filled;
    }

    /** Whether resources of a type are served by the engine. */
    public static boolean serves(String type) {
        return SERVED.contains(type);
    }

    /** Says which resources belong to which release: from now on only {@link #change} changes them. */
    public void own(Map<ResourceKey, String> releaseOfResource) {
        releases = Map.copyOf(releaseOfResource);
    }

    /**
     * Runs a transaction and serves what it changes, what HAPI hears of and what it does not, by one exchange of the
     * snapshot after its commit. Nothing changes where the transaction throws.
     */
    public void change(CatalogEdit edit, Runnable transaction) {
        TransactionSynchronizationManager.bindResource(this, edit);
        try {
            transaction.run();
            if (!edit.isApplied()) {
                exchange(new Catalog.Prepared(edit.contents(), Map.of()));
            }
        } finally {
            TransactionSynchronizationManager.unbindResource(this);
        }
    }

    private void exchange(Catalog.Prepared changes) {
        synchronized (exchanging) {
            exchanges++;
            catalog.apply(changes);
        }
    }

    /** How often a write of this server has changed what is served. */
    public long exchanges() {
        synchronized (exchanging) {
            return exchanges;
        }
    }

    /**
     * Serves what another server has changed, as it was read from the database.
     *
     * @param before what {@link #exchanges} said before it was read
     * @param owners as {@link #own}
     * @return whether it is served; where this server has written in the meantime it is not, and has to be read again
     */
    public boolean follow(Catalog.Prepared changes, Map<ResourceKey, String> owners, long before) {
        synchronized (exchanging) {
            if (exchanges != before) {
                return false;
            }
            catalog.apply(changes);
            own(owners);
            return true;
        }
    }

    /** What the thread that calls is doing, where it is in {@link #change}. */
    private @Nullable CatalogEdit editing() {
        return (CatalogEdit) TransactionSynchronizationManager.getResource(this);
    }

    @Override
    public void check(List<StoredChange> changes) {
        if (editing() == null) {
            changes.forEach(this::refuseForeign);
        }
        prepared = acceptable(catalog.prepare(changes(changes)));
        checked = changes;
    }

    private Catalog.Prepared acceptable(Catalog.Prepared candidate) {
        candidate.problems().forEach((key, issues) -> refuse(422, key + ": ", issues));
        List<Issue> conflicts = catalog.conflicts(candidate);
        if (!conflicts.isEmpty()) {
            refuse(409, "", conflicts);
        }
        return candidate;
    }

    @Override
    public void committed(List<StoredChange> changes) {
        Catalog.Prepared ready = changes.equals(checked) ? prepared : null;
        checked = null;
        prepared = null;
        exchange(ready == null ? catalog.prepare(changes(changes)) : ready);
        CatalogEdit edit = editing();
        if (edit != null) {
            edit.markApplied();
        }
    }

    /** What belongs to a release is not changed by others, and what leaves out a part is not stored as the whole. */
    private void refuseForeign(StoredChange change) {
        String release = releases.get(new ResourceKey(change.type(), change.id()));
        if (release != null) {
            int status = change.json() == null ? 409 : 422;
            refuse(status, "", List.of(CatalogMessages.ownedByRelease(change.type(), change.id(), release)));
        }
        if (change.json() != null && Subsetted.isTagged(change.json())) {
            refuse(422, "", List.of(CatalogMessages.subsetted(change.type(), change.id())));
        }
    }

    private List<Change> changes(List<StoredChange> stored) {
        Map<ResourceKey, Change> changes = new LinkedHashMap<>();
        stored.forEach(one -> {
            Change change = change(one);
            changes.put(change.key(), change);
        });
        CatalogEdit edit = editing();
        if (edit != null) {
            edit.contents().forEach((key, content) -> changes.put(key, new Change(key, null, content)));
        }
        return List.copyOf(changes.values());
    }

    private static Change change(StoredChange change) {
        byte[] json = change.json();
        return json == null ? Change.delete(change.type(), change.id()) : Change.put(change.type(), change.id(), json);
    }

    private static void refuse(int status, String where, List<Issue> issues) {
        Issue first = issues.get(0);
        throw new CommitRefused(status, first.type().code(), where + first.text());
    }
}
