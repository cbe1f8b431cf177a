package org.fixator.store;

import ca.uhn.fhir.batch2.jobs.config.Batch2JobsConfig;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.config.ThreadPoolFactoryConfig;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.batch2.JpaBatch2Config;
import ca.uhn.fhir.jpa.config.JpaConfig;
import ca.uhn.fhir.jpa.config.util.HapiEntityManagerFactoryUtil;
import ca.uhn.fhir.jpa.dao.FulltextSearchSvcImpl;
import ca.uhn.fhir.jpa.dao.IFulltextSearchSvc;
import ca.uhn.fhir.jpa.dao.search.HSearchSortHelperImpl;
import ca.uhn.fhir.jpa.dao.search.IHSearchSortHelper;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.config.SubscriptionSettings;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirH2Dialect;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirPostgresDialect;
import ca.uhn.fhir.jpa.provider.DaoRegistryResourceSupportedSvc;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.jpa.search.IStaleSearchDeletingSvc;
import ca.uhn.fhir.jpa.search.StaleSearchDeletingSvcImpl;
import ca.uhn.fhir.jpa.searchparam.extractor.ISearchParamExtractor;
import ca.uhn.fhir.jpa.subscription.channel.config.SubscriptionChannelConfig;
import ca.uhn.fhir.jpa.term.api.ITermCodeSystemStorageSvc;
import ca.uhn.fhir.jpa.term.api.ITermConceptMappingSvc;
import ca.uhn.fhir.jpa.term.api.ITermDeferredStorageSvc;
import ca.uhn.fhir.jpa.term.api.ITermReadSvc;
import ca.uhn.fhir.jpa.term.api.ITermReindexingSvc;
import ca.uhn.fhir.rest.api.IResourceSupportedSvc;
import ca.uhn.fhir.rest.server.IPagingProvider;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Properties;
import javax.sql.DataSource;
import org.fixator.catalog.Catalog;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * HAPI, in an application context of its own below that of the server: it takes far longer to build than all the rest, and
 * terminology is served without it. Beans that bear the name of one of HAPI's replace it.
 */
@Configuration
@Import({
    HapiWithoutMerge.class,
    ThreadPoolFactoryConfig.class,
    JpaBatch2Config.class,
    Batch2JobsConfig.class,
    SubscriptionChannelConfig.class
})
public class StoreConfiguration {
    @Bean
    static UnusedTypes unusedTypes() {
        return new UnusedTypes();
    }

    @Bean
    static LazyRepositories lazyRepositories() {
        return new LazyRepositories();
    }

    @Bean
    LocalContainerEntityManagerFactoryBean entityManagerFactory(
            ConfigurableListableBeanFactory beans,
            FhirContext fhirContext,
            JpaStorageSettings storageSettings,
            StoreSettings settings,
            DataSource dataSource) {
        SchemaStamp stamp = new SchemaStamp(dataSource);
        boolean current = stamp.isCurrent();
        LocalContainerEntityManagerFactoryBean factory =
                HapiEntityManagerFactoryUtil.newEntityManagerFactory(beans, fhirContext, storageSettings);
        factory.setPersistenceUnitName("HAPI_PU");
        factory.setDataSource(dataSource);
        factory.setJpaProperties(hibernate(settings, current));
        return factory;
    }

    private static Properties hibernate(StoreSettings settings, boolean schemaIsCurrent) {
        Properties properties = new Properties();
        properties.put(
                "hibernate.dialect",
                settings.isH2() ? HapiFhirH2Dialect.class.getName() : HapiFhirPostgresDialect.class.getName());
        properties.put("hibernate.hbm2ddl.auto", schemaIsCurrent ? "none" : "update");
        properties.put("hibernate.jdbc.batch_size", "30");
        properties.put("hibernate.cache.use_query_cache", "false");
        properties.put("hibernate.cache.use_second_level_cache", "false");
        properties.put("hibernate.cache.use_structured_entries", "false");
        properties.put("hibernate.cache.use_minimal_puts", "false");
        // Made for updates that HAPI never sends, and one of them fails on H2.
        properties.put("hibernate.query.mutation_strategy.global_temporary.create_tables", "false");
        properties.put("hibernate.query.mutation_strategy.global_temporary.drop_tables", "false");
        properties.put("hibernate.search.enabled", "false");
        properties.put("hibernate.integration.envers.enabled", "false");
        return properties;
    }

    @Bean
    @Primary
    PlatformTransactionManager transactionManager(EntityManagerFactory entityManagerFactory) {
        return new JpaTransactionManager(entityManagerFactory);
    }

    @Bean
    SchemaStamped schemaStamped(DataSource dataSource, EntityManagerFactory entityManagerFactory) {
        SchemaStamp stamp = new SchemaStamp(dataSource);
        if (entityManagerFactory.isOpen() && !stamp.isCurrent()) {
            stamp.write();
        }
        return new SchemaStamped();
    }

    /** Says that the tables have been made. */
    record SchemaStamped() {}

    @Bean
    JpaStorageSettings storageSettings(StoreSettings settings) {
        return StorageRules.of(settings);
    }

    @Bean
    SubscriptionSettings subscriptionSettings() {
        return new SubscriptionSettings();
    }

    @Bean
    PartitionSettings partitionSettings() {
        return new PartitionSettings();
    }

    /** HAPI wants these beans also where full text search is off. */
    @Bean
    IFulltextSearchSvc fullTextSearchSvc() {
        return new FulltextSearchSvcImpl();
    }

    @Bean
    IHSearchSortHelper hSearchSortHelper(ISearchParamRegistry registry) {
        return new HSearchSortHelperImpl(registry);
    }

    /** HAPI's searches want one; the REST server is not given it and pages by offset. */
    @Bean
    IPagingProvider pagingProvider() {
        return new DatabaseBackedPagingProvider();
    }

    @Bean
    IStaleSearchDeletingSvc staleSearchDeletingSvc() {
        return new StaleSearchDeletingSvcImpl();
    }

    @Bean
    IResourceSupportedSvc resourceSupportedSvc(DaoRegistry daos) {
        daos.setSupportedResourceTypes(SupportedTypes.ALL);
        return new DaoRegistryResourceSupportedSvc(daos);
    }

    @Bean
    ISearchParamExtractor searchParamExtractor() {
        return new DeferredFhirPath();
    }

    @Bean
    ITermReadSvc terminologyService(ObjectProvider<TerminologyAnswers> answers) {
        return new EngineTerminology(answers.getIfAvailable(NoTerminology::new));
    }

    @Bean
    ITermCodeSystemStorageSvc termCodeSystemStorageSvc() {
        return new NoCodeSystemTables();
    }

    @Bean
    ITermDeferredStorageSvc termDeferredStorageSvc() {
        return new NoDeferredTables();
    }

    @Bean
    ITermReindexingSvc termReindexingSvc() {
        return () -> {};
    }

    @Bean
    ITermConceptMappingSvc termConceptMappingSvc(FhirContext fhirContext) {
        return new NoConceptMapTables(fhirContext);
    }

    @Bean
    CommitHooks commitHooks(
            FhirContext fhirContext,
            EntityManagerFactory entityManagerFactory,
            IInterceptorService interceptors,
            @Qualifier(JpaConfig.JPA_VALIDATION_SUPPORT_CHAIN) IValidationSupport validation,
            R5Originals originals,
            ChangeLog changes,
            ChangedElsewhere changedElsewhere,
            ObjectProvider<CommitGuard> guards,
            ObjectProvider<CommitListener> listeners) {
        EntityManager entityManager = SharedEntityManagerCreator.createSharedEntityManager(entityManagerFactory);
        CommitHooks hooks = new CommitHooks(
                fhirContext,
                entityManager,
                validation,
                originals,
                changes,
                guards.orderedStream().toList(),
                listeners.orderedStream().toList());
        interceptors.registerInterceptor(hooks);
        changedElsewhere.whenChanged(validation::invalidateCaches);
        return hooks;
    }

    @Bean
    CodeSearches codeSearches(IInterceptorService interceptors, ObjectProvider<Catalog> catalog) {
        CodeSearches searches = new CodeSearches(catalog);
        interceptors.registerInterceptor(searches);
        return searches;
    }

    @Bean
    R5Resources r5Resources(FhirContext fhirContext, DaoRegistry daos, R5Originals originals) {
        return new R5Resources(fhirContext, daos, new R5Reader(originals));
    }

    /** Everything that a write needs is there when this is. */
    @Bean
    HapiStore hapiStore(
            FhirContext fhirContext,
            DaoRegistry daos,
            IHapiTransactionService transactions,
            ResourceWriter writer,
            StoredDaos stored,
            SchemaStamped stamped,
            CommitHooks hooks,
            EntityManagerFactory entityManagerFactory,
            ISearchParamExtractor extractor) {
        stored.connect(daos);
        writer.connect(new ResourceWriter.Connection(
                fhirContext,
                daos,
                transactions,
                SharedEntityManagerCreator.createSharedEntityManager(entityManagerFactory)));
        return new HapiStore((DeferredFhirPath) extractor);
    }
}
