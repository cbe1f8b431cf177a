package org.fixator.store;

import org.jspecify.annotations.Nullable;

/** A resource that is not FHIR R4, with the reason. */
public final class UnreadableResource extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final String id;

    UnreadableResource(String type, String id, String reason, @Nullable Throwable cause) {
        super(type + "/" + id + ": " + reason, cause);
        this.type = type;
        this.id = id;
    }

    public String type() {
        return type;
    }

    public String id() {
        return id;
    }
}
