package org.fixator.store.release;

import org.fixator.catalog.ResourceKey;
import org.jspecify.annotations.Nullable;

/**
 * A resource of a release.
 *
 * @param artifact SHA-256 of the image that holds what the JSON leaves out; {@code null} where it leaves out nothing
 * @param json the resource as HAPI stores it, FHIR R4
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ReleasePart(ResourceKey key, @Nullable String artifact, byte[] json) {}
