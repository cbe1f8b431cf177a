package org.fixator.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.commons.dbcp2.BasicDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

    private final BasicDataSource database = new BasicDataSource();

    @BeforeEach
    void open(@TempDir Path directory) {
        database.setUrl("jdbc:h2:file:" + directory.resolve("db"));
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private long count(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void anEmptyDatabaseGetsAllTables() throws SQLException {
        Migrations.run(database);
        for (String table : new String[] {"R5_ORIGINAL", "SCHEMA", "RELEASE", "RELEASE_PART", "ARTIFACT", "CLOSURE"}) {
            assertThat(count("FIXATOR_" + table)).as(table).isZero();
        }
        Migrations.run(database);
    }

    @Test
    void aDatabaseFromBeforeTheMigrationsKeepsWhatItHolds() throws SQLException {
        execute(
                "create table HFJ_RESOURCE (RES_ID bigint)",
                "create table FIXATOR_SCHEMA (HAPI_VERSION varchar(40))",
                "insert into FIXATOR_SCHEMA values ('8.8.0')",
                "create table FIXATOR_R5_ORIGINAL (RES_TYPE varchar(40) not null, FHIR_ID varchar(64) not null,"
                        + " RES_VER bigint not null, BODY blob not null, primary key (RES_TYPE, FHIR_ID, RES_VER))",
                "insert into FIXATOR_R5_ORIGINAL values ('ValueSet', 'a', 1, X'7B7D')");
        Migrations.run(database);
        assertThat(count("FIXATOR_R5_ORIGINAL")).isEqualTo(1);
        assertThat(count("FIXATOR_SCHEMA")).isEqualTo(1);
        assertThat(count("FIXATOR_RELEASE")).isZero();
    }
}
