package org.fixator.http;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.ETagSupportEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.util.List;

/** HAPI's REST server with the providers of the stored types and of the operations. */
final class FhirServlet extends RestfulServer {
    FhirServlet(
            FhirContext fhirContext, IInterceptorService interceptors, List<Object> providers, HttpSettings settings) {
        super(fhirContext);
        setInterceptorService(interceptors);
        registerInterceptor(new KeptOperations());
        registerInterceptor(new Failures());
        registerProviders(providers);
        setServerAddressStrategy(new ClientAddress());
        setDefaultResponseEncoding(EncodingEnum.JSON);
        setETagSupport(ETagSupportEnum.ENABLED);
        // Without a paging provider HAPI pages by offset: stateless, and the links are [base]/[type]?…
        setDefaultPageSize(settings.pageSize());
        setMaximumPageSize(settings.maxPageSize());
        // Requests arrive unpacked, and the container packs answers.
        setUncompressIncomingContents(false);
    }
}
