package org.fixator.store.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import org.apache.commons.dbcp2.BasicDataSource;
import org.fixator.store.Migrations;
import org.fixator.store.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresArtifactsTest extends ArtifactStoreContract {

    private final BasicDataSource database = new BasicDataSource();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private ArtifactStore store;

    private int servers;

    @BeforeEach
    void open() {
        database.setUrl(Postgres.newDatabase());
        database.setUsername("postgres");
        database.setPassword("postgres");
        Migrations.run(database);
        store = again();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Override
    ArtifactStore store() {
        return store;
    }

    /** Another server has another cache. */
    @Override
    ArtifactStore again() {
        return new PostgresArtifacts(
                database, new FileArtifacts(directory.resolve("cache" + servers++)), Duration.ZERO);
    }

    @Test
    void aDamagedFileOfTheCacheIsFetchedAgain() throws IOException {
        String name = store.put(out -> out.write(new byte[1000]));
        try (DirectoryStream<Path> caches = Files.newDirectoryStream(directory)) {
            for (Path cache : caches) {
                Files.writeString(cache.resolve(name), "damaged");
            }
        }
        assertThat(store.read(name).remaining()).isEqualTo(1000);
    }

    @Test
    void whatIsDamagedInTheDatabaseIsNotServed() throws SQLException {
        String name = store.put(out -> out.write(new byte[1000]));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update FIXATOR_ARTIFACT_CHUNK set BODY = '\\x00'");
        }
        assertThatThrownBy(() -> again().read(name))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void whatAnotherServerMayJustBePuttingIsNotCollected() {
        String name = store.put(out -> out.write(1));
        ArtifactStore patient =
                new PostgresArtifacts(database, new FileArtifacts(directory.resolve("patient")), Duration.ofHours(1));
        assertThat(patient.collect(Set.of())).isZero();
        assertThat(patient.read(name).remaining()).isEqualTo(1);
    }
}
