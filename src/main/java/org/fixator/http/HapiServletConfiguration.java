package org.fixator.http;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.BaseJpaResourceProvider;
import ca.uhn.fhir.jpa.provider.JpaSystemProvider;
import java.util.ArrayList;
import java.util.List;
import org.fixator.store.R5Resources;
import org.fixator.wire.Operations;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r5.model.CodeSystem;
import org.hl7.fhir.r5.model.ConceptMap;
import org.hl7.fhir.r5.model.ValueSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** HAPI's servlets with their providers: a part of the context that HAPI is built in. */
@Configuration(proxyBeanMethods = false)
public class HapiServletConfiguration {
    @Bean
    TerminologyOperations terminologyOperations(FhirContext fhirContext, Operations terminology) {
        return new TerminologyOperations(fhirContext, new SafeTerminology(terminology));
    }

    @Bean
    BundleRequests bundleRequests(
            FhirContext fhirContext, IFhirSystemDao<Bundle, Meta> system, Operations terminology) {
        return new BundleRequests(fhirContext, system, new SafeTerminology(terminology));
    }

    @Bean
    FhirServlet r4Servlet(
            FhirContext fhirContext,
            List<BaseJpaResourceProvider<?>> resources,
            JpaSystemProvider<Bundle, Meta> system,
            TerminologyOperations operations,
            BundleRequests bundles,
            MetadataDocuments documents,
            HttpSettings settings) {
        List<Object> providers = new ArrayList<>(resources);
        providers.add(system);
        providers.add(operations);
        providers.add(bundles);
        FhirServlet servlet = new FhirServlet(fhirContext, providers, settings);
        servlet.registerInterceptor(new OwnStatement(documents, fhirContext));
        return servlet;
    }

    /** Operations only. Where they go through a model, that of R4 serves: for them R4B changed nothing. */
    @Bean
    FhirServlet r4bServlet(FhirContext fhirContext, Operations terminology, HttpSettings settings) {
        Operations safe = new SafeTerminology(terminology);
        List<Object> providers =
                List.of(new TerminologyOperations(fhirContext, safe), new BundleRequests(fhirContext, null, safe));
        return new FhirServlet(fhirContext, providers, settings);
    }

    @Bean
    FhirServlet r5Servlet(R5Resources resources, Operations terminology, HttpSettings settings) {
        FhirContext r5 = FhirContext.forR5Cached();
        Operations safe = new SafeTerminology(terminology);
        List<Object> providers = List.of(
                new R5TypeProvider(CodeSystem.class, resources),
                new R5TypeProvider(ValueSet.class, resources),
                new R5TypeProvider(ConceptMap.class, resources),
                new TerminologyOperations(r5, safe),
                new R5BundleRequests(r5, resources, safe));
        return new FhirServlet(r5, providers, settings);
    }

    @Bean
    FhirEndpoints.Servlets hapiServlets(FhirServlet r4Servlet, FhirServlet r4bServlet, FhirServlet r5Servlet) {
        return new FhirEndpoints.Servlets(r4Servlet, r4bServlet, r5Servlet);
    }
}
