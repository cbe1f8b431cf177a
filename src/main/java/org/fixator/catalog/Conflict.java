package org.fixator.catalog;

import org.fixator.issue.Issue;
import org.jspecify.annotations.Nullable;

/**
 * Why a resource must not be stored.
 *
 * @param key the resource
 * @param holder the stored resource that stands in its way; {@code null} for a part of the server
 * @param release id of the release that the holder came with; {@code null} where it came with none
 */
public record Conflict(ResourceKey key, @Nullable ResourceKey holder, @Nullable String release, Issue issue) {}
