package org.fixator.store;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.api.model.DaoMethodOutcome;
import ca.uhn.fhir.jpa.api.model.DeleteConflictList;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/** Stores many resources under ids of the caller's choice, all or none. */
public final class ResourceWriter {
    private volatile @Nullable Connection connection;

    /** The parts of HAPI that a write needs. */
    record Connection(FhirContext fhirContext, DaoRegistry daos, IHapiTransactionService transactions) {}

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

    /** A resource to store, as FHIR R4 JSON; an id within the JSON is ignored. */
    public record Put(String type, String id, byte[] json) {}

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
     */
    public List<Written> putAll(List<Put> puts) {
        List<IBaseResource> resources = puts.stream().map(this::parse).toList();
        return hapi().transactions().withSystemRequest().execute(() -> {
            List<Written> written = new ArrayList<>();
            TransactionDetails details = new TransactionDetails();
            for (IBaseResource resource : resources) {
                written.add(put(resource, details));
            }
            return written;
        });
    }

    /** Runs something in one transaction, which {@link #putAll} and {@link #delete} within it take part in. */
    public void transaction(Runnable changes) {
        hapi().transactions().withSystemRequest().execute(changes);
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

    /**
     * Reads a resource as {@link #putAll} would, and stores nothing.
     *
     * @throws RuntimeException where it cannot be read, with what is wrong
     */
    public void check(Put put) {
        parse(put);
    }

    private IBaseResource parse(Put put) {
        IParser parser = hapi().fhirContext().newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        IBaseResource resource = parser.parseResource(new String(put.json(), StandardCharsets.UTF_8));
        if (!resource.fhirType().equals(put.type())) {
            throw new IllegalArgumentException(
                    "Expected a " + put.type() + " with id " + put.id() + ", found a " + resource.fhirType());
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
