package org.fixator.store.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.Content;
import org.fixator.catalog.ResourceKey;
import org.fixator.catalog.StoredRelease;
import org.fixator.store.CatalogFeed;
import org.fixator.store.artifact.ArtifactStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.BadSqlGrammarException;

/** The releases of a data directory that no server runs on. */
public final class OfflineReleases {

    private OfflineReleases() {}

    /**
     * Serves the active releases from their artifacts, before the resources are read; nothing is changed on the disk.
     *
     * @return all releases that are kept
     */
    public static List<StoredRelease> fill(
            Catalog catalog, CatalogFeed feed, DataSource database, ArtifactStore artifacts) {
        ReleaseTable table = new ReleaseTable(database);
        ReleaseImages images = new ReleaseImages(artifacts);
        Map<ResourceKey, @Nullable Content> contents = new LinkedHashMap<>();
        List<ReleaseRow> releases;
        try {
            releases = table.all();
        } catch (BadSqlGrammarException e) {
            return List.of(); // written by a version that had no releases, and not opened by a server since
        }
        for (ReleaseRow release : releases) {
            if (release.isActive()) {
                for (ReleasePart part : table.parts(release.id())) {
                    String artifact = part.artifact();
                    if (artifact != null) {
                        contents.put(part.key(), images.read(part.key().type(), artifact, release.edition()));
                    }
                }
            }
        }
        catalog.apply(new Catalog.Prepared(contents, Map.of()));
        feed.own(table.owners());
        return releases.stream().map(row -> row.stored(row.state())).toList();
    }
}
