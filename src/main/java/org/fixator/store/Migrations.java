package org.fixator.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the server's own tables to the form that this program wants. HAPI's tables are left to HAPI; the two keep separate
 * histories. A database that was made before there were migrations is taken over as it is.
 */
public final class Migrations {

    private static final String HISTORY = "FIXATOR_HISTORY";

    private Migrations() {}

    /**
     * @throws org.flywaydb.core.api.FlywayException where the database is of a newer program, or cannot be used
     */
    public static void run(DataSource database) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .table(HISTORY)
                .locations("classpath:org/fixator/store/migration")
                .placeholders(Map.of("binary", isPostgres(database) ? "bytea" : "blob"))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .cleanDisabled(true)
                .load()
                .migrate();
    }

    static boolean isPostgres(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot open the database: " + e.getMessage(), e);
        }
    }
}
