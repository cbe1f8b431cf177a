package org.fixator.http;

import org.fixator.catalog.Catalog;
import org.fixator.store.StoredDaos;
import org.fixator.wire.FhirModels;
import org.fixator.wire.Operations;
import org.fixator.wire.XmlCodec;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What describes the server to programs and people: definitions of operations, OpenAPI, pages. */
@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration {
    @Bean
    FilterRegistrationBean<DefinitionsFilter> definitionsFilter(MetadataDocuments documents, StoredDaos daos) {
        return HttpConfiguration.filter(
                new DefinitionsFilter(documents, new DefinitionsPage(documents, daos), new XmlCodec(new FhirModels())),
                56,
                "/fhir/*");
    }

    @Bean
    FilterRegistrationBean<OpenApiFilter> openApiFilter(MetadataDocuments documents) {
        return HttpConfiguration.filter(new OpenApiFilter(documents), 57, "/fhir/*");
    }

    @Bean
    FilterRegistrationBean<PageFilter> pageFilter(StoredDaos daos, Catalog catalog, Operations terminology) {
        ExpansionTable expansions = new ExpansionTable(new SafeTerminology(terminology));
        return HttpConfiguration.filter(
                new PageFilter(new IndexPage(daos), new ResourcePages(daos, catalog, expansions), daos), 58, "/*");
    }
}
