package org.fixator.store.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.Change;
import org.fixator.catalog.Content;
import org.fixator.catalog.ResourceKey;
import org.fixator.issue.Issue;
import org.fixator.store.CatalogFeed;
import org.fixator.store.ChangeLog;
import org.fixator.store.ChangedElsewhere;
import org.fixator.store.StoredResources;
import org.fixator.store.StoredResources.Stored;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What other servers do to a database that is shared: this server hears of it from the {@link ChangeLog} and serves it. It
 * reads what is stored now and not what the log says was written, so that hearing of a change twice does no harm. Belongs
 * to one thread.
 */
public final class OtherServers {

    private static final Logger LOG = LoggerFactory.getLogger(OtherServers.class);

    private final ChangeLog log;
    private final StoredResources resources;
    private final StoredReleases releases;
    private final CatalogFeed feed;
    private final Catalog catalog;
    private final ChangedElsewhere changed;
    private long heard;

    OtherServers(
            ChangeLog log,
            StoredResources resources,
            StoredReleases releases,
            CatalogFeed feed,
            Catalog catalog,
            ChangedElsewhere changed) {
        this.log = log;
        this.resources = resources;
        this.releases = releases;
        this.feed = feed;
        this.catalog = catalog;
        this.changed = changed;
    }

    /** Whether there may be any. */
    public boolean mayBe() {
        return log.isShared();
    }

    /** Listens from now on; called before the catalog is filled, so that nothing is missed in between. */
    public void listen() {
        log.forgetOld();
        heard = log.last();
    }

    /** Serves what others have changed since the last call. */
    public void catchUp() {
        ChangeLog.Since since = log.since(heard);
        if (!since.changed().isEmpty()) {
            while (!follow(since.changed())) {
                LOG.debug("This server has written while it read the changes of another, and reads again");
            }
            LOG.info("Another server has changed {}", words(since.changed()));
            changed.tell();
        }
        heard = since.number();
    }

    private boolean follow(List<ChangeLog.Changed> all) {
        long before = feed.exchanges();
        ReleaseNews news = releases.news();
        List<Change> changes = new ArrayList<>();
        for (ChangeLog.Changed one : all) {
            ResourceKey key = new ResourceKey(one.type(), one.id());
            if (CatalogFeed.serves(one.type()) && !news.owners().containsKey(key)) {
                changes.add(change(key));
            }
        }
        Catalog.Prepared read = catalog.prepare(changes);
        Map<ResourceKey, @Nullable Content> contents = new LinkedHashMap<>(read.contents());
        contents.putAll(news.contents());
        Map<ResourceKey, List<Issue>> problems = new LinkedHashMap<>(read.problems());
        problems.putAll(news.problems());
        if (!feed.follow(new Catalog.Prepared(contents, problems), news.owners(), before)) {
            return false;
        }
        releases.follow(news);
        return true;
    }

    private Change change(ResourceKey key) {
        Stored stored = resources.find(key.type(), key.id());
        return stored == null ? Change.delete(key.type(), key.id()) : Change.put(key.type(), key.id(), stored.json());
    }

    private static String words(List<ChangeLog.Changed> all) {
        ChangeLog.Changed first = all.get(0);
        String words = first.type() + " " + first.id();
        return all.size() == 1 ? words : words + " and " + (all.size() - 1) + " more";
    }
}
