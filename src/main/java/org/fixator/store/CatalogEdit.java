package org.fixator.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fixator.catalog.Content;
import org.fixator.catalog.ResourceKey;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction does to the catalog beside what the JSON of its resources says: contents that are not in their JSON,
 * {@code null} for those that go. Belongs to the thread that makes the change.
 */
public final class CatalogEdit {

    private final Map<ResourceKey, @Nullable Content> contents = new LinkedHashMap<>();
    private boolean applied;

    public void put(ResourceKey key, Content content) {
        contents.put(key, content);
    }

    public void remove(ResourceKey key) {
        contents.put(key, null);
    }

    /** By resource, in the order given. */
    public Map<ResourceKey, @Nullable Content> contents() {
        return contents;
    }

    boolean isApplied() {
        return applied;
    }

    void markApplied() {
        applied = true;
    }
}
