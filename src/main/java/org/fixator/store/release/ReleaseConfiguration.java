package org.fixator.store.release;

import javax.sql.DataSource;
import org.fixator.catalog.Catalog;
import org.fixator.store.CatalogFeed;
import org.fixator.store.ResourceWriter;
import org.fixator.store.artifact.ArtifactStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds what keeps the releases. */
@Configuration(proxyBeanMethods = false)
public class ReleaseConfiguration {

    @Bean
    StoredReleases releases(
            Catalog catalog, CatalogFeed feed, DataSource database, ResourceWriter writer, ArtifactStore artifacts) {
        return new StoredReleases(
                catalog, feed, new ReleaseTable(database), new ReleaseTransactions(writer), artifacts);
    }
}
