package org.fixator.store.release;

import javax.sql.DataSource;
import org.fixator.catalog.Catalog;
import org.fixator.store.CatalogFeed;
import org.fixator.store.ChangeLog;
import org.fixator.store.ChangedElsewhere;
import org.fixator.store.ResourceWriter;
import org.fixator.store.StoredResources;
import org.fixator.store.artifact.ArtifactStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds what keeps the releases. */
@Configuration(proxyBeanMethods = false)
public class ReleaseConfiguration {

    @Bean
    StoredReleases releases(
            Catalog catalog,
            CatalogFeed feed,
            DataSource database,
            ResourceWriter writer,
            ArtifactStore artifacts,
            ChangeLog log) {
        return new StoredReleases(
                catalog, feed, new ReleaseTable(database), new ReleaseTransactions(writer), artifacts, log);
    }

    @Bean
    OtherServers otherServers(
            ChangeLog log,
            StoredResources resources,
            StoredReleases releases,
            CatalogFeed feed,
            Catalog catalog,
            ChangedElsewhere changed) {
        return new OtherServers(log, resources, releases, feed, catalog, changed);
    }
}
