package org.fixator.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is stored now, straight from the database and without FHIR models: at start the engine compiles every
 * resource once, and parsing a large code system into objects takes longer than all else together. Does not need HAPI to
 * run: a server answers from what is stored before HAPI has come up.
 */
public final class StoredResources {
    private static final String CURRENT = "select r.FHIR_ID, r.RES_VER, v.RES_TEXT_VC, o.BODY from HFJ_RESOURCE r"
            + " join HFJ_RES_VER v on v.RES_ID = r.RES_ID and v.RES_VER = r.RES_VER"
            + " left join " + R5Originals.TABLE
            + " o on o.RES_TYPE = r.RES_TYPE and o.FHIR_ID = r.FHIR_ID and o.RES_VER = r.RES_VER"
            + " where r.RES_TYPE = ? and r.RES_DELETED_AT is null";
    private static final String ALL = CURRENT + " order by r.RES_ID";
    private static final String ONE = CURRENT + " and r.FHIR_ID = ?";

    private final DataSource dataSource;

    StoredResources(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The current version of a resource; {@code json} is R4 with its id but no meta, which HAPI keeps in
     * other tables, or the R5 that was sent. */
    public record Stored(String type, String id, String version, byte[] json) {}

    /** Hands each current resource of the type over, one at a time, in the order of creation. */
    public void forEach(String type, Consumer<Stored> consumer) {
        if (!new SchemaStamp(dataSource).isWritten()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            // PostgreSQL streams only outside of auto-commit and with a fetch size.
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            try (PreparedStatement statement = connection.prepareStatement(ALL)) {
                statement.setFetchSize(16);
                statement.setString(1, type);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        consumer.accept(stored(type, rows));
                    }
                }
            } finally {
                // The pool hands the connection out again as it is.
                connection.rollback();
                connection.setReadOnly(false);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read the stored " + type + " resources", e);
        }
    }

    /** One resource; {@code null} where there is none. */
    public @Nullable Stored find(String type, String id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ONE)) {
            statement.setString(1, type);
            statement.setString(2, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? stored(type, rows) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read the stored " + type + "/" + id, e);
        }
    }

    private static Stored stored(String type, ResultSet row) throws SQLException {
        String id = row.getString(1);
        byte[] original = row.getBytes(4);
        if (original != null) {
            String version = Long.toString(row.getLong(2));
            return new Stored(type, id, version, R5Originals.served(original, id, version, null));
        }
        String text = row.getString(3);
        // HAPI keeps the id in a column and writes resourceType first.
        String head = "{\"resourceType\":\"" + type + "\"";
        if (text == null || !text.startsWith(head)) {
            throw new IllegalStateException("The stored body of " + type + "/" + id + " is not plain JSON");
        }
        String json = head + ",\"id\":\"" + id + "\"" + text.substring(head.length());
        return new Stored(type, id, Long.toString(row.getLong(2)), json.getBytes(StandardCharsets.UTF_8));
    }
}
