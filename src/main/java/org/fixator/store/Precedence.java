package org.fixator.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.Change;
import org.fixator.catalog.Conflict;
import org.fixator.catalog.ResourceKey;
import org.fixator.issue.Issue;

/**
 * What of the content to be stored stands behind what holds its canonical already, which is what comes with a FHIR package.
 * A package publishes for others and is taken for the rest of it; in an operator's own files a second claim is a mistake and
 * is not passed over.
 *
 * @param kept what is to be stored, in the order given
 * @param leftOut why the others are not
 * @param served what is to be stored, as far as the catalog serves it, read
 */
record Precedence(List<ResourceWriter.Put> kept, List<Issue> leftOut, Catalog.Prepared served) {

    Precedence {
        kept = List.copyOf(kept);
        leftOut = List.copyOf(leftOut);
    }

    /** Compares with what is served now, and with each other. What cannot be read is kept, to be refused when stored. */
    static Precedence among(List<ResourceWriter.Put> puts, Catalog catalog) {
        Set<ResourceKey> yielding = new HashSet<>();
        puts.stream().filter(ResourceWriter.Put::yields).forEach(put -> yielding.add(key(put)));
        Set<ResourceKey> leaving = new LinkedHashSet<>();
        List<Issue> reasons = new ArrayList<>();
        Catalog.Prepared all = catalog.prepare(changes(puts));
        for (Conflict conflict : catalog.conflictingResources(all)) {
            if (yielding.contains(conflict.key()) && leaving.add(conflict.key())) {
                reasons.add(conflict.issue());
            }
        }
        return new Precedence(
                puts.stream().filter(put -> !leaving.contains(key(put))).toList(), reasons, all.without(leaving));
    }

    /**
     * What does not yield comes first, so that it holds its canonicals whatever the order; of resources with the same key
     * the last one given.
     */
    private static List<Change> changes(List<ResourceWriter.Put> puts) {
        Map<ResourceKey, ResourceWriter.Put> last = new LinkedHashMap<>();
        puts.forEach(put -> last.put(key(put), put));
        List<Change> changes = new ArrayList<>();
        for (boolean yields : new boolean[] {false, true}) {
            for (ResourceWriter.Put put : last.values()) {
                if (put.yields() == yields && CatalogFeed.SERVED.contains(put.type())) {
                    changes.add(Change.put(put.type(), put.id(), put.json()));
                }
            }
        }
        return changes;
    }

    private static ResourceKey key(ResourceWriter.Put put) {
        return new ResourceKey(put.type(), put.id());
    }
}
