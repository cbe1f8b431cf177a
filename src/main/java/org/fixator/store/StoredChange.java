package org.fixator.store;

import org.jspecify.annotations.Nullable;

/**
 * One new version of a stored resource. {@code json} is the resource with its id and version, and null after a
 * deletion: as FHIR R4 JSON, or as the R5 JSON that was sent.
 */
public record StoredChange(Action action, String type, String id, String version, byte @Nullable [] json) {
    public enum Action {
        CREATED,
        UPDATED,
        DELETED
    }
}
