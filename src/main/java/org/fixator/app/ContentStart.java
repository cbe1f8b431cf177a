package org.fixator.app;

import org.fixator.catalog.Catalog;
import org.fixator.store.CatalogFeed;
import org.fixator.store.CommitRefused;
import org.fixator.store.StoredResources;
import org.fixator.store.release.StoredReleases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * Fills the catalog from the database and from the configured content, before any request is answered. Content that
 * cannot be loaded stops the start with the name of the file and the reason.
 */
final class ContentStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ContentStart.class);

    private final ConfiguredContent content;
    private final CatalogFeed feed;
    private final StoredReleases releases;
    private final StoredResources stored;
    private final OtherServersWatch others;

    ContentStart(
            ConfiguredContent content,
            CatalogFeed feed,
            StoredReleases releases,
            StoredResources stored,
            OtherServersWatch others) {
        this.content = content;
        this.releases = releases;
        this.feed = feed;
        this.stored = stored;
        this.others = others;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        others.listen();
        releases.fill();
        filled().problems()
                .forEach((key, issues) ->
                        LOG.error("Not served: {}: {}", key, issues.get(0).text()));
        others.follow();
    }

    private Catalog.Prepared filled() {
        try {
            return feed.fill(stored, content.read());
        } catch (CommitRefused e) {
            throw content.refused(e);
        }
    }
}
