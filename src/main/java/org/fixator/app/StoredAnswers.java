package org.fixator.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.Engine;
import org.fixator.catalog.EngineSettings;
import org.fixator.catalog.FhirLayer;
import org.fixator.catalog.Snapshot;
import org.fixator.catalog.StoredRelease;
import org.fixator.cli.Installation;
import org.fixator.jobs.JobJournal;
import org.fixator.jobs.JobSettings;
import org.fixator.jobs.ReleaseOperations;
import org.fixator.release.kinds.ReleaseReaders;
import org.fixator.store.CatalogFeed;
import org.fixator.store.OfflineStore;
import org.fixator.store.release.OfflineReleases;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.OperationCall;

/**
 * Answers from what a data directory holds, with the server's engine and without its server. FHIR's own definitions take
 * seconds to read, so they are read only where an answer fails without them.
 */
final class StoredAnswers implements Installation.Stored {

    /** What the licence allows in one expansion. */
    private static final int MOST_CPT = 1000;

    private final DataDirectory directory;
    private final FhirLayer fhir;
    private final Engine engine;
    private final List<StoredRelease> releases;
    private boolean definitionsRead;

    private StoredAnswers(DataDirectory directory, FhirLayer fhir, Catalog catalog, List<StoredRelease> releases) {
        this.directory = directory;
        this.fhir = fhir;
        this.releases = releases;
        this.engine = new Engine(catalog, EngineSettings.standard(), Clock.systemUTC(), () -> releases);
    }

    static StoredAnswers open(DataDirectory directory) {
        FhirLayer fhir = new FhirLayer();
        Catalog catalog = new Catalog(Snapshot.withRules(BuiltInSystems.all(), BuiltInSystems.rules(MOST_CPT)), fhir);
        List<StoredRelease> releases = List.of();
        if (OfflineStore.exists(directory.path())) {
            try (OfflineStore store = OfflineStore.open(directory.path())) {
                CatalogFeed feed = new CatalogFeed(catalog);
                releases = OfflineReleases.fill(catalog, feed, store.database(), store.artifacts());
                feed.fill(store.resources(), List.of());
            } catch (SQLException e) {
                throw new IllegalStateException("The database cannot be closed", e);
            }
        }
        return new StoredAnswers(directory, fhir, catalog, releases);
    }

    @Override
    public OperationAnswer answer(OperationCall call) {
        List<String> kinds = ReleaseReaders.all().kinds();
        if (call.operation().equals("$jobs")) {
            JobJournal journal = new JobJournal(new JobSettings(directory.path(), 0).journal());
            return ReleaseOperations.jobs(journal, kinds, call);
        }
        if (call.operation().equals("$releases")) {
            return ReleaseOperations.releases(releases, kinds, call);
        }
        OperationAnswer answer = engine.answer(call);
        if (answer.status() != 200 && !definitionsRead) {
            definitionsRead = true;
            fhir.read();
            return engine.answer(call);
        }
        return answer;
    }

    @Override
    public void close() {
        try {
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
