package org.fixator.store;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * What clients sent as FHIR R5, byte for byte, by type, id and version. HAPI stores R4, and on the way from R5 to R4 and
 * back elements are lost. Reads and writes take part in the transaction of the thread that calls, if it has one.
 */
public final class R5Originals {
    static final String TABLE = "FIXATOR_R5_ORIGINAL";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final DataSource dataSource;

    R5Originals(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    void put(String type, String id, String version, byte[] json) {
        String insert = "insert into " + TABLE + " (RES_TYPE, FHIR_ID, RES_VER, BODY) values (?, ?, ?, ?)";
        run(insert, type, id, version, statement -> {
            statement.setBytes(4, json);
            return statement.executeUpdate();
        });
    }

    /** The bytes as they were sent; empty where that version was not sent as R5. */
    Optional<byte[]> find(String type, String id, String version) {
        String select = "select BODY from " + TABLE + " where RES_TYPE = ? and FHIR_ID = ? and RES_VER = ?";
        return run(select, type, id, version, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        });
    }

    boolean isKept(String type, String id, String version) {
        String select = "select 1 from " + TABLE + " where RES_TYPE = ? and FHIR_ID = ? and RES_VER = ?";
        return run(select, type, id, version, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        });
    }

    private <T> T run(String sql, String type, String id, String version, Work<T> work) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, type);
            statement.setString(2, id);
            statement.setLong(3, Long.parseLong(version));
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot use the table " + TABLE, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** The original with what the server adds to a resource, and nothing else changed. */
    static byte[] served(byte[] original, String id, String version, @Nullable String lastUpdated) {
        try {
            ObjectNode sent = (ObjectNode) JSON.readTree(original);
            ObjectNode served = JSON.createObjectNode();
            served.set("resourceType", sent.get("resourceType"));
            served.put("id", id);
            ObjectNode meta = sent.path("meta").isObject() ? (ObjectNode) sent.get("meta") : JSON.createObjectNode();
            meta.put("versionId", version);
            if (lastUpdated != null) {
                meta.put("lastUpdated", lastUpdated);
            }
            served.set("meta", meta);
            sent.remove(List.of("resourceType", "id", "meta"));
            served.setAll(sent);
            return JSON.writeValueAsBytes(served);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
