package org.fixator.store;

import java.util.List;

/**
 * Learns of changes to CodeSystem, ValueSet, ConceptMap and NamingSystem: once per transaction, after its commit and
 * before the client has its answer. Calls come one at a time and in the order of the commits.
 */
public interface CommitListener {
    /**
     * The thread still carries the finished transaction: read the database through {@link StoredResources}, and write
     * nothing. An exception becomes the client's status 500 although the change is stored.
     */
    void committed(List<StoredChange> changes);
}
