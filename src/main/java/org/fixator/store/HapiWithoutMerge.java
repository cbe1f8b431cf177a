package org.fixator.store;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.config.GeneratedDaoAndResourceProviderConfigR4;
import ca.uhn.fhir.jpa.config.JpaConfig;
import ca.uhn.fhir.jpa.config.r4.FhirContextR4Config;
import ca.uhn.fhir.jpa.dao.ITransactionProcessorVersionAdapter;
import ca.uhn.fhir.jpa.dao.r4.FhirSystemDaoR4;
import ca.uhn.fhir.jpa.dao.r4.TransactionProcessorVersionAdapterR4;
import ca.uhn.fhir.jpa.provider.JpaSystemProvider;
import ca.uhn.fhir.jpa.term.TermVersionAdapterSvcR4;
import ca.uhn.fhir.jpa.term.api.ITermVersionAdapterSvc;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * HAPI's JpaR4Config without its merge operation (which wants DAOs of clinical types), GraphQL and terminology loader.
 * Compare with that class at every HAPI upgrade: beans that it gains may be needed here.
 */
@Configuration
@EnableTransactionManagement
@Import({GeneratedDaoAndResourceProviderConfigR4.class, JpaConfig.class})
class HapiWithoutMerge {
    /** The context that the rest of the program uses as well: each takes seconds and tens of megabytes to fill. */
    @Bean(name = "primaryFhirContext")
    @Primary
    FhirContext fhirContextR4() {
        return FhirContextR4Config.configureFhirContext(FhirContext.forR4Cached());
    }

    @Bean
    ITermVersionAdapterSvc terminologyVersionAdapterSvc() {
        return new TermVersionAdapterSvcR4();
    }

    @Bean
    ITransactionProcessorVersionAdapter<?, ?> transactionProcessorVersionFacade() {
        return new TransactionProcessorVersionAdapterR4();
    }

    @Bean(name = "mySystemDaoR4")
    IFhirSystemDao<Bundle, Meta> systemDaoR4() {
        return new FhirSystemDaoR4();
    }

    @Bean(name = "mySystemProviderR4")
    JpaSystemProvider<Bundle, Meta> systemProviderR4(FhirContext fhirContext, IFhirSystemDao<Bundle, Meta> dao) {
        JpaSystemProvider<Bundle, Meta> provider = new JpaSystemProvider<>();
        provider.setContext(fhirContext);
        provider.setDao(dao);
        return provider;
    }
}
