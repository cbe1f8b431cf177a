package org.fixator.release;

import org.jspecify.annotations.Nullable;

/**
 * A resource as it stood in its file.
 *
 * @param origin file, with the entry inside it after a {@code !}, and the line or bundle entry after a {@code :}
 * @param type resource type
 * @param id the resource's id, where it has one
 * @param json the resource in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PackagedResource(String origin, String type, @Nullable String id, byte[] json) {}
