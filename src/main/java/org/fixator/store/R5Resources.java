package org.fixator.store;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.api.model.DaoMethodOutcome;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import ca.uhn.fhir.rest.param.HistorySearchDateRangeParam;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.HashMap;
import org.hl7.fhir.convertors.factory.VersionConvertorFactory_40_50;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/**
 * The stored resources as FHIR R5: what was sent as R5 comes back as it was sent, what was sent as R4 is converted.
 * Stored and searched is the R4 form.
 */
public final class R5Resources {
    private final FhirContext r4;
    private final DaoRegistry daos;
    private final R5Reader reader;

    R5Resources(FhirContext r4, DaoRegistry daos, R5Reader reader) {
        this.r4 = r4;
        this.daos = daos;
        this.reader = reader;
    }

    /** Reads the current version, or that which the id names. */
    public IBaseResource read(String type, IIdType id, RequestDetails request) {
        return reader.toR5(dao(type).read(r4Id(type, id), details(request)));
    }

    /** All versions of a resource. */
    public IBundleProvider history(String type, IIdType id, HistorySearchDateRangeParam range, RequestDetails request) {
        return new R5Results(dao(type).history(r4Id(type, id), range, details(request)), reader);
    }

    public IBundleProvider search(String type, SearchParameterMap search, RequestDetails request) {
        SystemRequestDetails details = details(request);
        // Pages by offset need one on the first page too.
        details.addParameter(
                "_offset", new String[] {String.valueOf(search.getOffset() == null ? 0 : search.getOffset())});
        return new R5Results(dao(type).search(search, details), reader);
    }

    /**
     * Stores a new resource.
     *
     * @param original the JSON as it was sent
     * @param ifNoneExist a search that finds nothing if the resource is to be created
     */
    public MethodOutcome create(
            org.hl7.fhir.r5.model.Resource sent,
            byte[] original,
            @Nullable String ifNoneExist,
            RequestDetails request) {
        DomainResource stored = toR4(sent, original);
        stored.setId((String) null);
        return answer(
                dao(sent.fhirType()).create(stored, ifNoneExist, true, details(request), new TransactionDetails()));
    }

    /** Stores a resource under an id; with a version in the id, only over that version. */
    public MethodOutcome update(
            org.hl7.fhir.r5.model.Resource sent, byte[] original, IIdType id, RequestDetails request) {
        DomainResource stored = toR4(sent, original);
        stored.setId(r4Id(sent.fhirType(), id));
        return answer(
                dao(sent.fhirType()).update(stored, null, true, false, details(request), new TransactionDetails()));
    }

    public MethodOutcome delete(String type, IIdType id, RequestDetails request) {
        return dao(type).delete(r4Id(type, id), details(request));
    }

    private MethodOutcome answer(DaoMethodOutcome stored) {
        MethodOutcome answer = new MethodOutcome(stored.getId(), stored.getCreated());
        IBaseResource resource = stored.getResource();
        if (resource != null) {
            answer.setResource(reader.toR5(resource));
        }
        return answer;
    }

    private static DomainResource toR4(org.hl7.fhir.r5.model.Resource sent, byte[] original) {
        try {
            DomainResource made = (DomainResource) VersionConvertorFactory_40_50.convertResource(sent);
            LostInR4.note(made, sent, VersionConvertorFactory_40_50.convertResource(made), original);
            made.setUserData(R5Originals.TABLE, original);
            return made;
        } catch (FHIRException e) {
            throw new UnprocessableEntityException("There is no R4 form of this resource: " + e.getMessage());
        }
    }

    @SuppressWarnings("unchecked") // the registry has the DAO of each type's class
    private IFhirResourceDao<IBaseResource> dao(String type) {
        return (IFhirResourceDao<IBaseResource>) daos.getResourceDao(type);
    }

    private static IdType r4Id(String type, IIdType id) {
        return new IdType(type, id.getIdPart(), id.getVersionIdPart());
    }

    /** A request to HAPI's R4 store: the one that came in belongs to a server that speaks R5. */
    private SystemRequestDetails details(RequestDetails request) {
        SystemRequestDetails details = new SystemRequestDetails();
        details.setFhirContext(r4);
        details.setFhirServerBase(request.getFhirServerBase());
        if (request.getServer() instanceof RestfulServer server) {
            details.setServer(server);
        }
        details.setParameters(new HashMap<>(request.getParameters()));
        return details;
    }
}
