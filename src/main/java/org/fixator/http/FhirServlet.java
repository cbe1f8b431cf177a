package org.fixator.http;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.FhirVersionEnum;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.ETagSupportEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** HAPI's REST server with the providers of the stored types and of the operations. */
final class FhirServlet extends RestfulServer {
    FhirServlet(FhirContext fhirContext, List<Object> providers, HttpSettings settings) {
        super(fhirContext);
        // HAPI's store has an interceptor service of its own; one service for both would call each hook twice.
        registerInterceptor(new KeptOperations());
        registerInterceptor(new RefusedSearches());
        registerInterceptor(new TextSummary());
        registerInterceptor(new NothingLost());
        registerInterceptor(new Failures(fhirContext));
        registerProviders(providers);
        if (fhirContext.getVersion().getVersion() == FhirVersionEnum.R5) {
            registerInterceptor(new R5AsSent());
        }
        setServerAddressStrategy(new ClientAddress());
        setDefaultResponseEncoding(EncodingEnum.JSON);
        setETagSupport(ETagSupportEnum.ENABLED);
        // Without a paging provider HAPI pages by offset: stateless, and the links are [base]/[type]?…
        setDefaultPageSize(settings.pageSize());
        setMaximumPageSize(settings.maxPageSize());
        // Requests arrive unpacked, and the container packs answers.
        setUncompressIncomingContents(false);
    }

    /** No X-Powered-By: versions are in the metadata, for those who look. */
    @Override
    public void addHeadersToResponse(HttpServletResponse response) {}
}
