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
 */
record Held<T>(
        @Nullable ResourceKey key,
        @Nullable String version,
        @Nullable String algorithm,
        int rank,
        int layer,
        T value) {}
