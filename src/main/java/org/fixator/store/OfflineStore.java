package org.fixator.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.fixator.store.artifact.ArtifactStore;
import org.fixator.store.artifact.FileArtifacts;

/**
 * The database of a data directory, opened for reading only and without HAPI: for questions from the command line, which
 * are to be answered in a moment. The caller holds the data directory.
 */
public final class OfflineStore implements AutoCloseable {

    private final BasicDataSource database;
    private final Path artifacts;

    private OfflineStore(BasicDataSource database, Path artifacts) {
        this.database = database;
        this.artifacts = artifacts;
    }

    /** Whether there is a database at all. */
    public static boolean exists(Path data) {
        return Files.exists(data.resolve("fixator.mv.db"));
    }

    public static OfflineStore open(Path data) {
        BasicDataSource database = new BasicDataSource();
        StoreSettings settings = StoreSettings.h2(data, 0);
        database.setUrl(settings.jdbcUrl() + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r");
        database.setUsername("sa");
        database.setPassword("");
        return new OfflineStore(database, settings.artifacts());
    }

    public DataSource database() {
        return database;
    }

    public ArtifactStore artifacts() {
        return new FileArtifacts(artifacts);
    }

    public StoredResources resources() {
        return new StoredResources(database);
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
