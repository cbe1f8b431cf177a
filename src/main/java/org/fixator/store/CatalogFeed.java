package org.fixator.store;

import java.util.ArrayList;
import java.util.List;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.Change;
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

    /** Serves all that is stored. */
    public Catalog.Prepared fill(StoredResources stored) {
        List<Change> changes = new ArrayList<>();
        for (String type : SERVED) {
            stored.forEach(type, resource -> changes.add(Change.put(type, resource.id(), resource.json())));
        }
        return catalog.apply(changes);
    }

    @Override
    public void check(List<StoredChange> changes) {
        Catalog.Prepared candidate = catalog.prepare(changes(changes));
        candidate.problems().forEach((key, issues) -> refuse(422, key + ": ", issues));
        List<Issue> conflicts = catalog.conflicts(candidate);
        if (!conflicts.isEmpty()) {
            refuse(409, "", conflicts);
        }
        checked = changes;
        prepared = candidate;
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
