package org.fixator.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.fixator.catalog.ResourceKey;
import org.fixator.store.CommitListener;
import org.fixator.store.StoredChange;
import org.jspecify.annotations.Nullable;

/**
 * Stored resources as searches show them, in the bytes that HAPI wrote. A commit drops what it changes before its client
 * is answered. When they take more than a share of the memory, all are dropped, which costs less than knowing what was
 * used last.
 */
final class FoundResources implements CommitListener {
    /** A larger one is read from the database each time. */
    private static final int LARGEST = 1 << 18;

    private static final int SHARE = 64;

    private final Map<ResourceKey, Map<String, byte[]>> kept = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong commits = new AtomicLong();
    private final long limit;

    FoundResources() {
        this(Runtime.getRuntime().maxMemory() / SHARE);
    }

    FoundResources(long limit) {
        this.limit = limit;
    }

    /** How many commits there have been: whoever reads from the database remembers it, for {@link #keep}. */
    long commits() {
        return commits.get();
    }

    /** @param shape how much of the resource is shown, as the client said it */
    byte @Nullable [] find(ResourceKey key, String shape) {
        Map<String, byte[]> shapes = kept.get(key);
        return shapes == null ? null : shapes.get(shape);
    }

    /**
     * Keeps what was read, unless there was a commit since.
     *
     * @param before {@link #commits} before it was read
     */
    synchronized void keep(ResourceKey key, String shape, byte[] json, long before) {
        if (json.length > LARGEST || before != commits.get()) {
            return;
        }
        if (bytes.addAndGet(json.length) > limit) {
            kept.clear();
            bytes.set(json.length);
        }
        kept.compute(key, (same, shapes) -> {
            Map<String, byte[]> more = shapes == null ? new HashMap<>() : new HashMap<>(shapes);
            more.put(shape, json);
            return Map.copyOf(more);
        });
    }

    /** Drops all: another server has changed the database. */
    synchronized void forget() {
        commits.incrementAndGet();
        kept.clear();
        bytes.set(0);
    }

    @Override
    public synchronized void committed(List<StoredChange> changes) {
        commits.incrementAndGet();
        for (StoredChange change : changes) {
            Map<String, byte[]> dropped = kept.remove(new ResourceKey(change.type(), change.id()));
            if (dropped != null) {
                dropped.values().forEach(json -> bytes.addAndGet(-json.length));
            }
        }
    }
}
