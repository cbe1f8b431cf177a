package org.fixator.http;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.IQueryParameterAnd;
import ca.uhn.fhir.rest.annotation.At;
import ca.uhn.fhir.rest.annotation.ConditionalUrlParam;
import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.Delete;
import ca.uhn.fhir.rest.annotation.History;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Offset;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Since;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.SummaryEnum;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.HistorySearchDateRangeParam;
import ca.uhn.fhir.rest.param.StringAndListParam;
import ca.uhn.fhir.rest.param.TokenAndListParam;
import ca.uhn.fhir.rest.param.UriAndListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Date;
import org.fixator.store.R5Resources;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r5.model.Resource;
import org.jspecify.annotations.Nullable;

/** Reading, searching and storing one resource type in FHIR R5. */
public final class R5TypeProvider implements IResourceProvider {
    private final Class<? extends Resource> type;
    private final R5Resources resources;

    R5TypeProvider(Class<? extends Resource> type, R5Resources resources) {
        this.type = type;
        this.resources = resources;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return type;
    }

    private String name() {
        return type.getSimpleName();
    }

    @Read(version = true)
    public IBaseResource read(@IdParam IIdType id, ServletRequestDetails request) {
        return resources.read(name(), id, request);
    }

    @History
    public IBundleProvider history(
            @IdParam IIdType id,
            @Since @Nullable Date since,
            @At @Nullable DateRangeParam at,
            @Offset @Nullable Integer offset,
            ServletRequestDetails request) {
        DateRangeParam range = at == null ? new DateRangeParam() : at;
        if (since != null) {
            range.setLowerBoundInclusive(since);
        }
        return resources.history(
                name(), id, new HistorySearchDateRangeParam(request.getParameters(), range, offset), request);
    }

    @Search
    public IBundleProvider search(
            @OptionalParam(name = "_id") @Nullable TokenAndListParam id,
            @OptionalParam(name = "code") @Nullable TokenAndListParam code,
            @OptionalParam(name = "source-code") @Nullable TokenAndListParam sourceCode,
            @OptionalParam(name = "target-code") @Nullable TokenAndListParam targetCode,
            @OptionalParam(name = "name") @Nullable StringAndListParam name,
            @OptionalParam(name = "status") @Nullable TokenAndListParam status,
            @OptionalParam(name = "title") @Nullable StringAndListParam title,
            @OptionalParam(name = "url") @Nullable UriAndListParam url,
            @OptionalParam(name = "version") @Nullable TokenAndListParam version,
            @Count @Nullable Integer count,
            @Offset @Nullable Integer offset,
            @Nullable SummaryEnum summary,
            ServletRequestDetails request) {
        SearchParameterMap search = new SearchParameterMap();
        add(search, "_id", id);
        add(search, "code", code);
        add(search, "source-code", sourceCode);
        add(search, "target-code", targetCode);
        add(search, "name", name);
        add(search, "status", status);
        add(search, "title", title);
        add(search, "url", url);
        add(search, "version", version);
        search.setCount(count);
        search.setOffset(offset);
        search.setSummaryMode(summary);
        return resources.search(name(), search, request);
    }

    private static void add(SearchParameterMap search, String name, @Nullable IQueryParameterAnd<?> values) {
        if (values != null) {
            search.add(name, values);
        }
    }

    /** HAPI calls a provider with whatever was sent. */
    private Resource ofType(@Nullable IBaseResource resource) {
        if (!type.isInstance(resource)) {
            String found = resource == null ? "there is none" : "not a " + resource.fhirType();
            throw new InvalidRequestException("The body must be a " + name() + ", " + found);
        }
        return type.cast(resource);
    }

    @Create
    public MethodOutcome create(
            @ResourceParam @Nullable IBaseResource resource,
            @ConditionalUrlParam @Nullable String ifNoneExist,
            ServletRequestDetails request) {
        Resource given = ofType(resource);
        return resources.create(given, R5Body.json(request, given), ifNoneExist, request);
    }

    @Update
    public MethodOutcome update(
            @ResourceParam @Nullable IBaseResource resource, @IdParam IIdType id, ServletRequestDetails request) {
        String condition = request.getHeader("If-Match");
        if (condition != null && !id.hasVersionIdPart()) {
            throw new PreconditionFailedException("If-Match must name a version, not " + condition);
        }
        Resource given = ofType(resource);
        return resources.update(given, R5Body.json(request, given), id, request);
    }

    @Delete
    public MethodOutcome delete(@IdParam IIdType id, ServletRequestDetails request) {
        return resources.delete(name(), id, request);
    }
}
