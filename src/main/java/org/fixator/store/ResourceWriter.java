package org.fixator.store;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.api.model.DaoMethodOutcome;
import ca.uhn.fhir.jpa.api.model.DeleteConflictList;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/** Stores many resources under ids of the caller's choice, all or none. */
public final class ResourceWriter {

    /** So many resources are held at a time. */
    private static final int TOGETHER = 50;

    private volatile @Nullable Connection connection;

    /** The parts of HAPI that a write needs. */
    record Connection(
            FhirContext fhirContext, DaoRegistry daos, IHapiTransactionService transactions, EntityManager entities) {}

    void connect(Connection hapi) {
        connection = hapi;
    }

    private Connection hapi() {
        Connection hapi = connection;
        if (hapi == null) {
            throw new IllegalStateException("Nothing can be stored yet: the server is starting");
        }
        return hapi;
    }

    /**
     * A resource to store, as FHIR R4 JSON; an id within the JSON is ignored.
     *
     * @param yields whether it is left out where another resource holds its canonical, instead of being refused
     */
    public record Put(String type, String id, byte[] json, boolean yields) {

        public Put(String type, String id, byte[] json) {
            this(type, id, json, false);
        }
    }

    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    /** What became of one {@link Put}. */
    public record Written(String type, String id, String version, Outcome outcome) {}

    /**
     * Creates or updates all in one transaction and in the order given; a resource that is already stored with the same
     * content gets no new version. Unknown elements are refused, because they would be lost.
     *
     * @throws UnreadableResource where one cannot be read; nothing is stored then
     */
    public List<Written> putAll(List<Put> puts) {
        return inTransaction(() -> {
            List<Written> written = new ArrayList<>(puts.size());
            TransactionDetails details = new TransactionDetails();
            for (Put put : puts) {
                if (written.size() % TOGETHER == TOGETHER - 1) {
                    letGo();
                    details = new TransactionDetails();
                }
                written.add(put(parse(put), details));
            }
            return written;
        });
    }

    /** HAPI packs what it does not know into an exception of its own. */
    private <T> T inTransaction(Callable<T> work) {
        try {
            return hapi().transactions().withSystemRequest().execute(work);
        } catch (InternalErrorException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof UnreadableResource unreadable) {
                    throw unreadable;
                }
            }
            throw e;
        }
    }

    /**
     * Sends what was written to the database and forgets it. HAPI flushes with every code system, and each time Hibernate
     * compares all that it still holds: without this, thousands of resources take minutes.
     */
    private void letGo() {
        hapi().entities().flush();
        hapi().entities().clear();
    }

    /** Runs something in one transaction, which {@link #putAll} and {@link #delete} within it take part in. */
    public void transaction(Runnable changes) {
        inTransaction(() -> {
            changes.run();
            return true;
        });
    }

    /** Deletes a resource; one that is not there stays away. */
    public void delete(String type, String id) {
        transaction(() -> {
            try {
                hapi().daos()
                        .getResourceDao(type)
                        .delete(
                                new IdType(type, id),
                                new DeleteConflictList(),
                                new SystemRequestDetails(),
                                new TransactionDetails());
            } catch (ResourceNotFoundException gone) {
                return;
            }
        });
    }

    private IBaseResource parse(Put put) {
        IParser parser = hapi().fhirContext().newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        IBaseResource resource;
        try {
            resource = parser.parseResource(new String(put.json(), StandardCharsets.UTF_8));
        } catch (DataFormatException e) {
            throw new UnreadableResource(put.type(), put.id(), String.valueOf(e.getMessage()), e);
        }
        if (!resource.fhirType().equals(put.type())) {
            throw new UnreadableResource(put.type(), put.id(), "it is a " + resource.fhirType(), null);
        }
        resource.setId(put.type() + "/" + put.id());
        return resource;
    }

    private <T extends IBaseResource> Written put(T resource, TransactionDetails details) {
        IFhirResourceDao<T> dao = hapi().daos().getResourceDao(resource);
        DaoMethodOutcome outcome = dao.update(resource, null, true, false, new SystemRequestDetails(), details);
        Outcome kind = outcome.isNop()
                ? Outcome.UNCHANGED
                : Boolean.TRUE.equals(outcome.getCreated()) ? Outcome.CREATED : Outcome.UPDATED;
        return new Written(
                resource.fhirType(),
                outcome.getId().getIdPart(),
                outcome.getId().getVersionIdPart(),
                kind);
    }
}
