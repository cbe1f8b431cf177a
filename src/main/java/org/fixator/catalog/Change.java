package org.fixator.catalog;

import org.fixator.wire.JsonSource;
import org.jspecify.annotations.Nullable;

/**
 * A stored resource that is new, has changed or is gone.
 *
 * @param json the resource; {@code null} where it was deleted, or where its content is ready
 * @param ready the content of a resource whose JSON does not hold all of it; else {@code null}
 */
public record Change(ResourceKey key, @Nullable JsonSource json, @Nullable Content ready) {

    /** A resource whose content is not in its JSON. */
    public static Change ready(ResourceKey key, Content content) {
        return new Change(key, null, content);
    }

    public static Change put(String type, String id, byte[] json) {
        return new Change(new ResourceKey(type, id), JsonSource.of(json), null);
    }

    public static Change delete(String type, String id) {
        return new Change(new ResourceKey(type, id), null, null);
    }
}
