package org.fixator.http;

import org.fixator.jobs.Jobs;
import org.fixator.jobs.ReleaseOperations;
import org.fixator.wire.FhirModels;
import org.fixator.wire.XmlCodec;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The operations on releases, where there are releases. */
@Configuration(proxyBeanMethods = false)
public class ReleaseHttpConfiguration {

    @Bean
    FilterRegistrationBean<ReleaseFilter> releaseFilter(ReleaseOperations operations, Jobs jobs) {
        return HttpConfiguration.filter(
                new ReleaseFilter(operations, jobs, new XmlCodec(new FhirModels())), 57, "/fhir/*");
    }

    /** A client that waits for "100 Continue" is to hear a refusal before it sends a gigabyte. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> continueOnRead() {
        return factory ->
                factory.addConnectorCustomizers(connector -> connector.setProperty("continueResponseTiming", "onRead"));
    }
}
