package org.fixator.http;

import org.fixator.wire.FhirModels;
import org.fixator.wire.XmlCodec;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What describes the server to programs and people: definitions of operations, OpenAPI, pages. */
@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration {
    @Bean
    FilterRegistrationBean<DefinitionsFilter> definitionsFilter(MetadataDocuments documents) {
        return HttpConfiguration.filter(
                new DefinitionsFilter(documents, new XmlCodec(new FhirModels())), 56, "/fhir/*");
    }

    @Bean
    FilterRegistrationBean<OpenApiFilter> openApiFilter(MetadataDocuments documents) {
        return HttpConfiguration.filter(new OpenApiFilter(documents), 57, "/fhir/*");
    }
}
