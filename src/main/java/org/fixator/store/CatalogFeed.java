package org.fixator.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.Change;
import org.fixator.catalog.ResourceKey;
import org.fixator.issue.Issue;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the catalog equal to the database: fills it at start, refuses what it could not serve before it is committed, and
 * serves a change once it is committed. HAPI's hooks call one at a time.
 */
public final class CatalogFeed implements CommitGuard, CommitListener {

    private static final List<String> SERVED = List.of("NamingSystem", "CodeSystem", "ValueSet", "ConceptMap");

    private final Catalog catalog;
    private @Nullable List<StoredChange> checked;
    private Catalog.@Nullable Prepared prepared;

    public CatalogFeed(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Serves all that is stored, and what is going to be stored as soon as HAPI is up, in place of what is stored under the
     * same ids.
     *
     * @throws CommitRefused where something of {@code ahead} could not be stored
     */
    public Catalog.Prepared fill(StoredResources stored, List<ResourceWriter.Put> ahead) {
        Map<ResourceKey, Change> coming = new LinkedHashMap<>();
        for (ResourceWriter.Put put : ahead) {
            if (SERVED.contains(put.type())) {
                Change change = Change.put(put.type(), put.id(), put.json());
                coming.put(change.key(), change);
            }
        }
        List<Change> changes = new ArrayList<>();
        for (String type : SERVED) {
            stored.forEach(type, resource -> {
                Change change = Change.put(type, resource.id(), resource.json());
                if (!coming.containsKey(change.key())) {
                    changes.add(change);
                }
            });
        }
        Catalog.Prepared filled = catalog.apply(changes);
        catalog.apply(acceptable(List.copyOf(coming.values())));
        return filled;
    }

    @Override
    public void check(List<StoredChange> changes) {
        prepared = acceptable(changes(changes));
        checked = changes;
    }

    private Catalog.Prepared acceptable(List<Change> changes) {
        Catalog.Prepared candidate = catalog.prepare(changes);
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
        catalog.apply(ready == null ? catalog.prepare(changes(changes)) : ready);
    }

    private static List<Change> changes(List<StoredChange> changes) {
        return changes.stream().map(CatalogFeed::change).toList();
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
