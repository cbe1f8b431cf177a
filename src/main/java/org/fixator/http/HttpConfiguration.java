package org.fixator.http;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.BaseJpaResourceProvider;
import ca.uhn.fhir.jpa.provider.JpaSystemProvider;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.fixator.catalog.Catalog;
import org.fixator.store.R5Resources;
import org.fixator.wire.FhirModels;
import org.fixator.wire.Operations;
import org.fixator.wire.XmlCodec;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r5.model.CodeSystem;
import org.hl7.fhir.r5.model.ConceptMap;
import org.hl7.fhir.r5.model.ValueSet;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** The filters in their order, and HAPI's servlet behind them. */
@Configuration(proxyBeanMethods = false)
@Import(DescriptionConfiguration.class)
public class HttpConfiguration {
    @Bean
    AdminToken adminToken(HttpSettings settings) {
        return AdminToken.at(settings.tokenFile());
    }

    @Bean
    FilterRegistrationBean<HeadersFilter> headersFilter() {
        return filter(new HeadersFilter(), 10, "/*");
    }

    @Bean
    FilterRegistrationBean<CorsFilter> corsFilter() {
        CorsConfiguration anyone = new CorsConfiguration();
        anyone.addAllowedOrigin("*");
        anyone.addAllowedHeader("*");
        anyone.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"));
        anyone.setExposedHeaders(List.of(
                "Location", "Content-Location", "ETag", "Last-Modified", "X-Cache-Id", "X-Progress", "Retry-After"));
        anyone.setMaxAge(3600L);
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", anyone);
        return filter(new CorsFilter(source), 20, "/fhir/*");
    }

    @Bean
    FilterRegistrationBean<HealthFilter> healthFilter(ApplicationAvailability availability) {
        HealthFilter health =
                new HealthFilter(() -> availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC);
        return filter(health, 30, "/*");
    }

    @Bean
    FilterRegistrationBean<RequestFormFilter> requestFormFilter() {
        return filter(new RequestFormFilter(), 25, "/*");
    }

    @Bean
    ErrorAnswers errorAnswers() {
        return new ErrorAnswers();
    }

    /** Requests that the container refuses by itself are answered by it, so it is told how. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerErrors() {
        return factory -> {
            factory.addContextCustomizers(context ->
                    ((StandardHost) context.getParent()).setErrorReportValveClass(ContainerErrors.class.getName()));
            // Refused by RequestFormFilter, in FHIR's words.
            factory.addConnectorCustomizers(connector -> connector.setAllowTrace(true));
        };
    }

    @Bean
    FilterRegistrationBean<BodyFilter> bodyFilter(HttpSettings settings) {
        return filter(new BodyFilter(settings.maxBodyBytes()), 40, "/*");
    }

    @Bean
    FilterRegistrationBean<AccessFilter> accessFilter(AdminToken token) {
        return filter(new AccessFilter(token), 50, "/*");
    }

    @Bean
    MetadataDocuments metadataDocuments(Catalog catalog, ServerIdentity server, FhirContext fhirContext) {
        return new MetadataDocuments(catalog, server, new ServedTypes(fhirContext), Clock.systemUTC());
    }

    @Bean
    FilterRegistrationBean<MetadataFilter> metadataFilter(MetadataDocuments documents) {
        return filter(new MetadataFilter(documents, new XmlCodec(new FhirModels())), 55, "/fhir/*");
    }

    @Bean
    FilterRegistrationBean<RegistryFilter> registryFilter(Catalog catalog) {
        return filter(new RegistryFilter(catalog), 56, RegistryFilter.PATH);
    }

    @Bean
    FilterRegistrationBean<HotPathFilter> hotPathFilter(Operations terminology, HttpSettings settings) {
        FilterRegistrationBean<HotPathFilter> registration =
                filter(new HotPathFilter(new SafeTerminology(terminology)), 60, "/fhir/*");
        registration.setEnabled(settings.hotPath());
        return registration;
    }

    @Bean
    FilterRegistrationBean<WholeSystemFilter> wholeSystemFilter(Catalog catalog) {
        return filter(new WholeSystemFilter(catalog), 65, "/fhir/*");
    }

    @Bean
    FilterRegistrationBean<FlushSwallowingFilter> flushSwallowingFilter() {
        return filter(new FlushSwallowingFilter(), 70, "/fhir/*");
    }

    static <F extends Filter> FilterRegistrationBean<F> filter(F filter, int order, String urls) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.addUrlPatterns(urls);
        return registration;
    }

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
    ServletRegistrationBean<FhirServlet> fhirServlet(
            FhirContext fhirContext,
            List<BaseJpaResourceProvider<?>> resources,
            JpaSystemProvider<Bundle, Meta> system,
            TerminologyOperations operations,
            BundleRequests bundles,
            HttpSettings settings) {
        List<Object> providers = new ArrayList<>(resources);
        providers.add(system);
        providers.add(operations);
        providers.add(bundles);
        FhirServlet servlet = new FhirServlet(fhirContext, providers, settings);
        ServletRegistrationBean<FhirServlet> registration =
                new ServletRegistrationBean<>(servlet, "/fhir/*", "/fhir/r4/*");
        registration.setName("fhir");
        // Providers are bound now and not at the first request.
        registration.setLoadOnStartup(1);
        return registration;
    }

    /** Its models and providers are read at the first request that needs them: the hot path and metadata do not. */
    @Bean
    ServletRegistrationBean<FhirServlet> r5Servlet(
            R5Resources resources, Operations terminology, HttpSettings settings) {
        FhirContext r5 = FhirContext.forR5Cached();
        Operations safe = new SafeTerminology(terminology);
        List<Object> providers = List.of(
                new R5TypeProvider(CodeSystem.class, resources),
                new R5TypeProvider(ValueSet.class, resources),
                new R5TypeProvider(ConceptMap.class, resources),
                new TerminologyOperations(r5, safe),
                new R5BundleRequests(r5, resources, safe));
        ServletRegistrationBean<FhirServlet> registration =
                new ServletRegistrationBean<>(new FhirServlet(r5, providers, settings), "/fhir/r5/*");
        registration.setName("fhir-r5");
        return registration;
    }

    /** Operations only. Where they go through a model, that of R4 serves: for them R4B changed nothing. */
    @Bean
    ServletRegistrationBean<FhirServlet> r4bServlet(
            FhirContext fhirContext, Operations terminology, HttpSettings settings) {
        List<Object> providers = List.of(new TerminologyOperations(fhirContext, new SafeTerminology(terminology)));
        ServletRegistrationBean<FhirServlet> registration =
                new ServletRegistrationBean<>(new FhirServlet(fhirContext, providers, settings), "/fhir/r4b/*");
        registration.setName("fhir-r4b");
        return registration;
    }
}
