package org.fixator.store;

import ca.uhn.fhir.util.VersionUtil;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Remembers in the database which HAPI version made its tables. While that is the running one, Hibernate need not
 * compare every table at start.
 */
final class SchemaStamp {
    private final DataSource dataSource;

    SchemaStamp(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether any HAPI has made its tables here. */
    boolean isWritten() {
        return version() != null;
    }

    boolean isCurrent() {
        return VersionUtil.getVersion().equals(version());
    }

    private @Nullable String version() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select HAPI_VERSION from FIXATOR_SCHEMA")) {
                return row.next() ? row.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot open the database: " + e.getMessage(), e);
        }
    }

    void write() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement("insert into FIXATOR_SCHEMA values (?)")) {
            statement.execute("delete from FIXATOR_SCHEMA");
            insert.setString(1, VersionUtil.getVersion());
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot write to the database: " + e.getMessage(), e);
        }
    }
}
