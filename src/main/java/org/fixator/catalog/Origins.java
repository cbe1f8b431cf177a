package org.fixator.catalog;

import java.util.List;
import java.util.function.Supplier;
import org.fixator.coding.Canonical;
import org.fixator.wire.Origin;

/** Tells where code systems and maps come from: the release, its files, and the import that brought it. */
final class Origins {

    private final Catalog catalog;
    private final Supplier<List<StoredRelease>> releases;

    Origins(Catalog catalog, Supplier<List<StoredRelease>> releases) {
        this.catalog = catalog;
        this.releases = releases;
    }

    Origin of(Canonical canonical) {
        String id = catalog.current().shelves().releaseOf(canonical);
        if (id == null) {
            return Origin.unknown(canonical);
        }
        return releases.get().stream()
                .filter(release -> release.id().equals(id))
                .findFirst()
                .map(release -> origin(canonical, release))
                .orElseGet(() -> Origin.unknown(canonical));
    }

    private static Origin origin(Canonical canonical, StoredRelease release) {
        Provenance provenance = release.provenance();
        return new Origin(
                canonical,
                release.id(),
                release.identity().title(),
                release.identity().licence(),
                provenance.job(),
                provenance.importedAt().toString(),
                provenance.files().stream()
                        .map(file -> new Origin.File(file.name(), file.sha256()))
                        .toList());
    }
}
