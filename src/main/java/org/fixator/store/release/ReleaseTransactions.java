package org.fixator.store.release;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.List;
import org.fixator.catalog.ResourceKey;
import org.fixator.issue.CatalogMessages;
import org.fixator.issue.TerminologyException;
import org.fixator.store.ResourceWriter;
import org.fixator.store.UnreadableResource;

/** Transactions that change the rows of releases and HAPI's resources together. */
final class ReleaseTransactions {

    private static final int UNPROCESSABLE = 422;

    private final ResourceWriter writer;

    ReleaseTransactions(ResourceWriter writer) {
        this.writer = writer;
    }

    /**
     * Runs in one transaction.
     *
     * @throws TerminologyException where the change was refused before its commit; nothing has changed then
     */
    void run(Runnable changes) {
        try {
            writer.transaction(changes);
        } catch (UnreadableResource e) {
            throw new TerminologyException(CatalogMessages.refused(String.valueOf(e.getMessage())), UNPROCESSABLE);
        } catch (BaseServerResponseException e) {
            if (e.getStatusCode() >= 500) {
                throw e;
            }
            throw new TerminologyException(CatalogMessages.refused(String.valueOf(e.getMessage())), e.getStatusCode());
        }
    }

    void put(List<ReleasePart> parts) {
        writer.putAll(parts.stream()
                .map(part ->
                        new ResourceWriter.Put(part.key().type(), part.key().id(), part.json()))
                .toList());
    }

    void delete(List<ResourceKey> keys) {
        keys.forEach(key -> writer.delete(key.type(), key.id()));
    }
}
