package org.fixator.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.Content;
import org.fixator.catalog.Provenance;
import org.fixator.catalog.Releases;
import org.fixator.catalog.ResourceKey;
import org.fixator.catalog.StoredRelease;
import org.fixator.issue.Issue;
import org.fixator.issue.IssueType;
import org.fixator.issue.Severity;
import org.fixator.issue.TerminologyException;
import org.fixator.release.ReleaseContent;
import org.jspecify.annotations.Nullable;

/** Keeps releases in memory. A test may let going live fail before or after the change. */
public final class MemoryReleases implements Releases {

    private final Catalog catalog;
    private final List<StoredRelease> stored = new ArrayList<>();
    public volatile @Nullable RuntimeException failBefore;
    public volatile @Nullable RuntimeException failAfter;

    public MemoryReleases(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public synchronized List<StoredRelease> list() {
        return List.copyOf(stored);
    }

    @Override
    public synchronized StoredRelease goLive(ReleaseContent content, Provenance provenance, boolean replaceForeign) {
        if (failBefore != null) {
            throw failBefore;
        }
        StoredRelease release = new StoredRelease(
                content.identity().kind() + "-" + content.identity().version(),
                content.identity(),
                StoredRelease.State.ACTIVE,
                false,
                content.codeSystems().stream().mapToLong(s -> s.all().size()).sum(),
                0,
                provenance);
        stored.removeIf(one -> one.id().equals(release.id()));
        stored.add(release);
        serve(release, content);
        if (failAfter != null) {
            throw failAfter;
        }
        return release;
    }

    private void serve(StoredRelease release, ReleaseContent content) {
        Map<ResourceKey, @Nullable Content> contents = new LinkedHashMap<>();
        content.codeSystems()
                .forEach(
                        system -> contents.put(new ResourceKey("CodeSystem", release.id()), new Content.Codes(system)));
        catalog.apply(new Catalog.Prepared(contents, Map.of()));
    }

    @Override
    public StoredRelease activate(String id) {
        return change(id, StoredRelease.State.ACTIVE, true);
    }

    @Override
    public StoredRelease retire(String id) {
        return change(id, StoredRelease.State.RETIRED, false);
    }

    private synchronized StoredRelease change(String id, StoredRelease.State state, boolean pinned) {
        StoredRelease old = find(id);
        StoredRelease changed =
                new StoredRelease(id, old.identity(), state, pinned, old.concepts(), old.mappings(), old.provenance());
        stored.set(stored.indexOf(old), changed);
        return changed;
    }

    @Override
    public synchronized void remove(String id) {
        stored.remove(find(id));
    }

    private StoredRelease find(String id) {
        return stored.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new TerminologyException(
                        new Issue(Severity.ERROR, IssueType.NOT_FOUND, null, null, "No release " + id, null)));
    }
}
