package org.fixator.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.fixator.store.artifact.ArtifactStore;
import org.fixator.store.artifact.FileArtifacts;
import org.fixator.store.artifact.PostgresArtifacts;
import org.fixator.store.disk.ReservedSpace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database without HAPI: what is stored can be read as soon as this is there, in a fraction of HAPI's start. */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {

    /** Longer than an import takes from its first artifact to its commit. */
    private static final Duration ARTIFACT_GRACE = Duration.ofHours(2);

    /** Of an embedded database, in its directory; taken before anything is written. */
    @Bean
    ReservedSpace reservedSpace(StoreSettings settings) {
        Path directory = settings.artifacts().toAbsolutePath().getParent();
        if (!settings.isH2() || directory == null) {
            return ReservedSpace.elsewhere();
        }
        ReservedSpace reserve = ReservedSpace.in(directory);
        reserve.hold();
        return reserve;
    }

    @Bean(destroyMethod = "close")
    BasicDataSource dataSource(StoreSettings settings, ReservedSpace reserve) {
        BasicDataSource pool = new BasicDataSource();
        pool.setUrl(settings.jdbcUrl());
        pool.setUsername(settings.user());
        pool.setPassword(settings.password());
        pool.setMaxTotal(30);
        pool.setMaxIdle(10);
        if (settings.isH2()) {
            migrateOpen(pool, settings);
        } else {
            Migrations.run(pool);
        }
        return pool;
    }

    /**
     * The pool begins with a connection that it closes again, for a look whether it can have one, and with its last connection
     * H2 closes its files, which it would only have to open anew.
     */
    private static void migrateOpen(DataSource pool, StoreSettings settings) {
        try (Connection open = DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password())) {
            Migrations.run(pool);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot open the database: " + e.getMessage(), e);
        }
    }

    @Bean
    R5Originals r5Originals(DataSource dataSource) {
        return new R5Originals(dataSource);
    }

    /** Of PostgreSQL the directory is only the cache. */
    @Bean
    ArtifactStore artifactStore(StoreSettings settings, DataSource dataSource) {
        FileArtifacts files = new FileArtifacts(settings.artifacts());
        return settings.isH2() ? files : new PostgresArtifacts(dataSource, files, ARTIFACT_GRACE);
    }

    @Bean
    ChangeLog changeLog(StoreSettings settings, DataSource dataSource) {
        return new ChangeLog(dataSource, !settings.isH2());
    }

    @Bean
    ChangedElsewhere changedElsewhere() {
        return new ChangedElsewhere();
    }

    @Bean
    StoredResources storedResources(DataSource dataSource) {
        return new StoredResources(dataSource);
    }

    /** Answers once HAPI is there. */
    @Bean
    StoredDaos storedDaos() {
        return new StoredDaos();
    }

    /** Can be handed on from the beginning, and writes once HAPI is there. */
    @Bean
    ResourceWriter resourceWriter() {
        return new ResourceWriter();
    }
}
