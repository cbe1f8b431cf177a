package org.fixator.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fixator.coding.FhirVersion;
import org.fixator.issue.Issue;
import org.fixator.issue.TerminologyException;
import org.fixator.wire.FhirDefinitions;
import org.jspecify.annotations.Nullable;

/**
 * What is served now: one reference to a {@link Snapshot}. Requests take the reference once and see one state; writes make
 * a new snapshot and swap the reference. Writers are serialised, readers never wait.
 */
public final class Catalog {

    private final FhirLayer fhir;
    private final Map<FhirVersion, View> views = new ConcurrentHashMap<>();
    private final Set<ResourceKey> configured = ConcurrentHashMap.newKeySet();
    private volatile Snapshot current;

    public Catalog(Snapshot start, FhirLayer fhir) {
        this.current = start;
        this.fhir = fhir;
    }

    /** What is served to clients of a FHIR release: what is stored, and behind it what that release defines. */
    public Snapshot current(FhirVersion version) {
        Snapshot stored = current;
        boolean awaited = fhir.isAwaited();
        List<Content> definitions = fhir.of(version);
        View known = views.get(version);
        if (known == null || !known.isOf(stored, definitions, awaited)) {
            Snapshot whole = stored.behind(definitions);
            known = new View(stored, definitions, awaited, awaited ? whole.awaiting(FhirDefinitions.OWN) : whole);
            views.put(version, known);
        }
        return known.whole();
    }

    private record View(Snapshot stored, List<Content> definitions, boolean awaited, Snapshot whole) {

        @SuppressWarnings("ReferenceEquality") // both are immutable, and comparing them by content would take long
        boolean isOf(Snapshot otherStored, List<Content> otherDefinitions, boolean otherAwaited) {
            return stored == otherStored && definitions == otherDefinitions && awaited == otherAwaited;
        }
    }

    public Snapshot current() {
        return current;
    }

    /**
     * Says that a resource is part of the content that the server is configured with, and written anew at every start. It
     * may have the canonical of a release, and steps behind it.
     */
    public void configured(ResourceKey key) {
        configured.add(key);
    }

    /** Reads changed resources without serving them. What cannot be read is told with the resource it concerns. */
    public Prepared prepare(List<Change> changes) {
        Map<ResourceKey, @Nullable Content> contents = new LinkedHashMap<>();
        Map<ResourceKey, List<Issue>> problems = new LinkedHashMap<>();
        for (Change change : changes) {
            contents.remove(change.key());
            problems.remove(change.key());
            if (change.json() == null) {
                contents.put(change.key(), change.ready());
                continue;
            }
            try {
                contents.put(change.key(), ResourceCompiler.compile(change.key().type(), change.json()));
            } catch (TerminologyException e) {
                problems.put(change.key(), e.issues());
            }
        }
        return new Prepared(contents, problems);
    }

    /**
     * Why changes must not be stored: a resource claims url and version of another one that is of the same rank, or a
     * code system that is part of the server, or a complete code system claims the url of one that is loaded as a release.
     * Empty where they may be.
     */
    public List<Issue> conflicts(Prepared prepared) {
        return new Conflicts(current, prepared, configured)
                .find().stream().map(Conflict::issue).toList();
    }

    /** As {@link #conflicts}, with the resources that stand in the way. */
    public List<Conflict> conflictingResources(Prepared prepared) {
        return new Conflicts(current, prepared, configured).find();
    }

    /** Serves what was prepared. A resource that could not be read is no longer served in its old form either. */
    public synchronized void apply(Prepared prepared) {
        Snapshot.Edit edit = current.edit();
        prepared.contents().forEach((key, content) -> {
            if (content == null) {
                edit.remove(key);
            } else {
                edit.put(key, content);
            }
        });
        prepared.problems().forEach(edit::broken);
        current = edit.freeze();
        // a view that nobody asks for again would keep a release in memory that has been removed
        views.clear();
    }

    /** Reads changed resources and serves them; the others are served even where one cannot be read. */
    public Prepared apply(List<Change> changes) {
        Prepared prepared = prepare(changes);
        apply(prepared);
        return prepared;
    }

    /**
     * Changes, ready to be served.
     *
     * @param contents by resource; {@code null} for one that was deleted
     * @param problems what is wrong with those that could not be read
     */
    public record Prepared(Map<ResourceKey, @Nullable Content> contents, Map<ResourceKey, List<Issue>> problems) {

        /** The others. */
        public Prepared without(Set<ResourceKey> keys) {
            if (keys.isEmpty()) {
                return this;
            }
            Map<ResourceKey, @Nullable Content> others = new LinkedHashMap<>(contents);
            others.keySet().removeAll(keys);
            Map<ResourceKey, List<Issue>> theirs = new LinkedHashMap<>(problems);
            theirs.keySet().removeAll(keys);
            return new Prepared(others, theirs);
        }
    }
}
