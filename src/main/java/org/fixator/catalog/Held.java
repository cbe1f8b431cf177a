package org.fixator.catalog;

import org.jspecify.annotations.Nullable;

/**
 * One version of something that a url names.
 *
 * @param key the resource it is from; {@code null} for what is part of the server or came with a request
 * @param algorithm how the publisher orders versions, where it says so
 * @param rank as {@link Content#rank}
 * @param layer 1 for what came with a request, which is taken before what is stored; −1 for what FHIR itself defines,
 *     which is taken after it; else 0
 * @param edition as {@link Content#edition}
 */
record Held<T>(
        @Nullable ResourceKey key,
        @Nullable String version,
        @Nullable String algorithm,
        int rank,
        int layer,
        @Nullable Edition edition,
        T value) {

    /** Something that came with no release. */
    Held(
            @Nullable ResourceKey key,
            @Nullable String version,
            @Nullable String algorithm,
            int rank,
            int layer,
            T value) {
        this(key, version, algorithm, rank, layer, null, value);
    }

    boolean isPinned() {
        return edition != null && edition.pinned();
    }
}
