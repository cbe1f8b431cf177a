package org.fixator.http;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.fixator.catalog.Catalog;
import org.fixator.store.ChangedElsewhere;
import org.fixator.store.disk.ReservedSpace;
import org.fixator.wire.FhirModels;
import org.fixator.wire.LargeAnswers;
import org.fixator.wire.Operations;
import org.fixator.wire.XmlCodec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** The filters in their order, and the places of HAPI's servlets behind them. */
@Configuration(proxyBeanMethods = false)
@Import(DescriptionConfiguration.class)
public class HttpConfiguration {
    @Bean
    AdminToken adminToken(HttpSettings settings) {
        return AdminToken.at(settings.tokenFile());
    }

    /** Of the engine too, which writes the answers that are sent here. */
    @Bean
    LargeAnswers largeAnswers() {
        return LargeAnswers.onHalfTheProcessors();
    }

    /** Before all others, those of Spring included. */
    @Bean
    FilterRegistrationBean<PlainCallFilter> plainCallFilter(
            Operations terminology, ServerParts parts, HttpSettings settings, LargeAnswers large) {
        PlainCallFilter filter = new PlainCallFilter(new SafeTerminology(terminology), parts, new SentAnswers(large));
        FilterRegistrationBean<PlainCallFilter> registration =
                filter(filter, Ordered.HIGHEST_PRECEDENCE + 1, "/fhir/*");
        registration.setEnabled(settings.hotPath());
        return registration;
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
    ServerParts serverParts(ApplicationAvailability availability) {
        return new ServerParts(() -> availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC);
    }

    @Bean
    FilterRegistrationBean<HealthFilter> healthFilter(ServerParts parts) {
        return filter(new HealthFilter(parts), 30, "/*");
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
            factory.addConnectorCustomizers(RequestThreads::answerFor);
        };
    }

    @Bean
    FilterRegistrationBean<BodyFilter> bodyFilter(HttpSettings settings, AdminToken token) {
        return filter(new BodyFilter(settings, token), 40, "/*");
    }

    @Bean
    FilterRegistrationBean<AccessFilter> accessFilter(AdminToken token) {
        return filter(new AccessFilter(token), 50, "/*");
    }

    /** Without an embedded database there is always room here. */
    @Bean
    FilterRegistrationBean<FullDiskFilter> fullDiskFilter(ObjectProvider<ReservedSpace> reserve) {
        return filter(
                new FullDiskFilter(() -> {
                    ReservedSpace embedded = reserve.getIfAvailable();
                    return embedded == null || embedded.hold();
                }),
                52,
                "/*");
    }

    @Bean
    MetadataDocuments metadataDocuments(Catalog catalog, ServerIdentity server) {
        return new MetadataDocuments(catalog, server, new ServedTypes(FhirContext::forR4Cached), Clock.systemUTC());
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
    FilterRegistrationBean<LinesFilter> linesFilter(Operations terminology) {
        return filter(new LinesFilter(new SafeTerminology(terminology)), 58, "/fhir/*");
    }

    @Bean
    FilterRegistrationBean<BatchFilter> batchFilter(Operations terminology, HttpSettings settings) {
        FilterRegistrationBean<BatchFilter> registration =
                filter(new BatchFilter(new SafeTerminology(terminology)), 59, "/fhir/*");
        registration.setEnabled(settings.hotPath());
        return registration;
    }

    @Bean
    FilterRegistrationBean<HotPathFilter> hotPathFilter(
            Operations terminology, HttpSettings settings, LargeAnswers large) {
        FilterRegistrationBean<HotPathFilter> registration =
                filter(new HotPathFilter(new SafeTerminology(terminology), new SentAnswers(large)), 60, "/fhir/*");
        registration.setEnabled(settings.hotPath());
        return registration;
    }

    @Bean
    FilterRegistrationBean<ShapedAnswerFilter> shapedAnswerFilter(Operations terminology, HttpSettings settings) {
        FilterRegistrationBean<ShapedAnswerFilter> registration = filter(
                new ShapedAnswerFilter(new SafeTerminology(terminology), new XmlCodec(new FhirModels())),
                61,
                "/fhir/*");
        registration.setEnabled(settings.hotPath());
        return registration;
    }

    @Bean
    FoundResources foundResources(ChangedElsewhere changed) {
        FoundResources found = new FoundResources();
        changed.whenChanged(found::forget);
        return found;
    }

    @Bean
    FilterRegistrationBean<CatalogSearchFilter> catalogSearchFilter(
            Catalog catalog, FoundResources found, HttpSettings settings) {
        FilterRegistrationBean<CatalogSearchFilter> registration =
                filter(new CatalogSearchFilter(catalog, found, Clock.systemUTC(), settings), 62, "/fhir/*");
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
    FhirEndpoints fhirEndpoints() {
        return new FhirEndpoints();
    }

    @Bean
    ServletRegistrationBean<LateServlet> fhirServlet(FhirEndpoints endpoints) {
        ServletRegistrationBean<LateServlet> registration =
                new ServletRegistrationBean<>(endpoints.r4, "/fhir/*", "/fhir/r4/*");
        registration.setName("fhir");
        registration.setLoadOnStartup(1);
        return registration;
    }

    @Bean
    ServletRegistrationBean<LateServlet> fhirR5Servlet(FhirEndpoints endpoints) {
        ServletRegistrationBean<LateServlet> registration = new ServletRegistrationBean<>(endpoints.r5, "/fhir/r5/*");
        registration.setName("fhir-r5");
        registration.setLoadOnStartup(1);
        return registration;
    }

    /** Operations only. */
    @Bean
    ServletRegistrationBean<LateServlet> fhirR4bServlet(FhirEndpoints endpoints) {
        ServletRegistrationBean<LateServlet> registration = new ServletRegistrationBean<>(endpoints.r4b, "/fhir/r4b/*");
        registration.setName("fhir-r4b");
        registration.setLoadOnStartup(1);
        return registration;
    }
}
