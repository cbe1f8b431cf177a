package org.fixator.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fixator.issue.CatalogMessages;
import org.fixator.issue.Issue;
import org.fixator.issue.TerminologyException;
import org.fixator.wire.BroughtResources;
import org.fixator.wire.OperationCall;
import org.fixator.wire.OperationParameters;
import org.jspecify.annotations.Nullable;

/**
 * What one request can see: the current snapshot, with the resources of its cache and those that it brings laid over it.
 * A batch brings the resources of all its entries before the first of them is answered.
 */
final class RequestView {

    private final Catalog catalog;
    private final BroughtCache resources;
    private final CacheSessions sessions;

    RequestView(Catalog catalog, BroughtCache resources, CacheSessions sessions) {
        this.catalog = catalog;
        this.resources = resources;
        this.sessions = sessions;
    }

    /**
     * @throws TerminologyException (404) for an unknown cache; (4xx) where a resource that is brought cannot be read, after
     *     the others were put into the cache
     */
    Snapshot of(OperationCall call, OperationParameters in) {
        String cacheId = cacheId(call, in);
        List<ObjectNode> sent = brought(in, cacheId != null);
        if (sent.isEmpty() && cacheId == null) {
            return catalog.current(call.version());
        }
        Map<String, Brought> brought = new LinkedHashMap<>();
        List<Issue> problems = new ArrayList<>();
        for (ObjectNode resource : sent) {
            try {
                Brought one = resources.compile(resource);
                brought.putIfAbsent(one.hash(), one);
            } catch (TerminologyException e) {
                problems.addAll(e.issues());
            }
        }
        List<Brought> all = List.copyOf(brought.values());
        Snapshot base = catalog.current(call.version());
        Snapshot view = cacheId == null ? base.with(all) : sessions.view(cacheId, call.version(), base, all);
        if (!problems.isEmpty()) {
            throw new TerminologyException(problems, problems.get(0).type().status());
        }
        return view;
    }

    /** The resources that {@code $cache-control} puts into a new cache. */
    List<Brought> front(OperationParameters in) {
        return in.objects("tx-resource").stream().map(resources::compile).toList();
    }

    static @Nullable String cacheId(OperationCall call, OperationParameters in) {
        String header = call.cacheId();
        String parameter = in.text("cache-id");
        if (header != null && parameter != null && !Objects.equals(header, parameter)) {
            throw new TerminologyException(CatalogMessages.cacheIdDuplicate());
        }
        return header != null ? header : parameter;
    }

    /** What a request is about is of use to later requests only, so only a cache takes it in. */
    private static List<ObjectNode> brought(OperationParameters in, boolean cached) {
        List<ObjectNode> own = BroughtResources.of(in);
        if (!cached) {
            return own;
        }
        List<ObjectNode> all = new ArrayList<>(own);
        all.addAll(BroughtResources.subjects(in));
        return all;
    }
}
