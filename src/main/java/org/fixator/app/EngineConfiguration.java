package org.fixator.app;

import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.Engine;
import org.fixator.catalog.EngineSettings;
import org.fixator.catalog.FhirLayer;
import org.fixator.catalog.Releases;
import org.fixator.catalog.Snapshot;
import org.fixator.catalog.Terminology;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.closure.ClosureTables;
import org.fixator.release.FhirPackageReader;
import org.fixator.release.PackageLimits;
import org.fixator.store.CatalogFeed;
import org.fixator.store.ContentLoader;
import org.fixator.store.EngineAnswers;
import org.fixator.store.ResourceWriter;
import org.fixator.store.StoredClosures;
import org.fixator.store.StoredResources;
import org.fixator.store.TerminologyAnswers;
import org.fixator.store.release.OtherServers;
import org.fixator.store.release.ReleaseConfiguration;
import org.fixator.store.release.StoredReleases;
import org.fixator.wire.LargeAnswers;
import org.fixator.wire.Operations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the engine together: the catalog, what feeds it, and the operations over it. */
@Configuration(proxyBeanMethods = false)
@Import({ReleaseConfiguration.class, JobsConfiguration.class})
class EngineConfiguration {

    @Bean
    FhirLayer fhirLayer() {
        return FhirLayer.awaited();
    }

    @Bean
    Catalog catalog(FhirLayer fhir, FixatorSettings settings) {
        Map<String, UnaryOperator<CodeSystem>> rules = BuiltInSystems.rules(settings.maxCptExpansion());
        return new Catalog(Snapshot.withRules(BuiltInSystems.all(), rules), fhir);
    }

    @Bean
    ClosureTables closureTables(DataSource database) {
        return new StoredClosures(database, Clock.systemUTC());
    }

    @Bean
    Terminology terminology(
            Catalog catalog, ObjectProvider<Releases> releases, ClosureTables closures, LargeAnswers large) {
        return new Engine(
                catalog,
                EngineSettings.standard(),
                Clock.systemUTC(),
                () -> releases.getObject().list(),
                closures,
                large);
    }

    @Bean
    CatalogFeed catalogFeed(Catalog catalog) {
        return new CatalogFeed(catalog);
    }

    @Bean
    TerminologyAnswers terminologyAnswers(Operations operations, Catalog catalog) {
        return new EngineAnswers(operations, catalog);
    }

    @Bean
    ConfiguredContent configuredContent(FixatorSettings settings, ResourceWriter writer, Catalog catalog) {
        ContentLoader loader = new ContentLoader(writer, new FhirPackageReader(PackageLimits.DEFAULT), catalog);
        return new ConfiguredContent(settings.content(), loader);
    }

    @Bean
    ContentStart contentStart(
            ConfiguredContent content,
            CatalogFeed feed,
            StoredReleases releases,
            StoredResources stored,
            OtherServersWatch others) {
        return new ContentStart(content, feed, releases, stored, others);
    }

    @Bean
    OtherServersWatch otherServersWatch(OtherServers others) {
        return new OtherServersWatch(others);
    }
}
