package org.fixator.catalog;

import org.fixator.wire.JsonSource;
import org.jspecify.annotations.Nullable;

/**
 * A stored resource that is new, has changed or is gone.
 *
 * @param json the resource; {@code null} where it was deleted
 */
public record Change(ResourceKey key, @Nullable JsonSource json) {

    public static Change put(String type, String id, byte[] json) {
        return new Change(new ResourceKey(type, id), JsonSource.of(json));
    }

    public static Change delete(String type, String id) {
        return new Change(new ResourceKey(type, id), null);
    }
}
