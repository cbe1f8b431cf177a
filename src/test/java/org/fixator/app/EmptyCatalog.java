package org.fixator.app;

import org.fixator.catalog.Catalog;
import org.fixator.catalog.FhirLayer;
import org.fixator.catalog.Snapshot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A catalog without content, for tests of the server without its engine. */
@Configuration(proxyBeanMethods = false)
class EmptyCatalog {

    @Bean
    Catalog catalog() {
        return new Catalog(Snapshot.of(BuiltInSystems.all()), new FhirLayer());
    }
}
