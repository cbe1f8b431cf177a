package org.fixator.catalog;

/** A stored resource: its type and its id. */
public record ResourceKey(String type, String id) {

    @Override
    public String toString() {
        return type + "/" + id;
    }
}
