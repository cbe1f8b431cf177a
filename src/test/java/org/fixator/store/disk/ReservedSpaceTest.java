package org.fixator.store.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class ReservedSpaceTest {

    @TempDir
    Path directory;

    @Test
    void isTakenOnceAndAgainAfterItWasGivenUp() throws IOException {
        ReservedSpace reserve = ReservedSpace.in(directory);
        Path file = directory.resolve("fixator.reserve");
        assertThat(reserve.hold()).isTrue();
        assertThat(Files.size(file)).isEqualTo(ReservedSpace.BYTES);
        reserve.release();
        assertThat(file).doesNotExist();
        assertThat(reserve.hold()).isTrue();
        assertThat(file).exists();
    }

    @Test
    void whatWasTakenInPartIsTakenAnew() throws IOException {
        Path file = Files.writeString(directory.resolve("fixator.reserve"), "broken off");
        assertThat(ReservedSpace.in(directory).hold()).isTrue();
        assertThat(Files.size(file)).isEqualTo(ReservedSpace.BYTES);
    }

    @Test
    void isNotThereWhereItCannotBeKept() {
        assertThat(ReservedSpace.in(directory.resolve("nowhere")).hold()).isFalse();
    }

    @Test
    void isNeverMissingForADatabaseElsewhere() {
        assertThat(ReservedSpace.elsewhere().hold()).isTrue();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void theDatabaseOverItIsThePlainFile() throws SQLException {
        Path database = directory.resolve("fixator");
        try (Connection connection = DriverManager.getConnection(ReservedFilePath.jdbcUrl(database));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE codes (code VARCHAR, text CLOB)");
            statement.execute("INSERT INTO codes SELECT X, REPEAT('text ', 1000) FROM SYSTEM_RANGE(1, 2000)");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*), SUM(LENGTH(text)) FROM codes")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(2000);
            assertThat(rows.getLong(2)).isEqualTo(2000L * 5000);
        }
    }
}
