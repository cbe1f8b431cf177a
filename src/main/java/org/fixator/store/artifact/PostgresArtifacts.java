package org.fixator.store.artifact;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Artifacts as chunks in PostgreSQL, which several servers share; each server keeps those that it has read or written as
 * files beside. An artifact is committed whole or not at all, in a transaction of its own. What is fetched is hashed; a
 * file that is damaged is fetched again.
 */
public final class PostgresArtifacts implements ArtifactStore {

    private static final int CHUNK = 1 << 20;

    private final DataSource database;
    private final FileArtifacts files;
    private final Duration grace;
    /** Whose files this process has hashed. */
    private final Set<String> checked = ConcurrentHashMap.newKeySet();

    /**
     * @param files the cache of this server
     * @param grace how long after its last putting an unused artifact stays: longer than any server needs from putting it
     *     to the commit of the row that refers to it
     */
    public PostgresArtifacts(DataSource database, FileArtifacts files, Duration grace) {
        this.database = database;
        this.files = files;
        this.grace = grace;
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    @Override
    public String put(Content content) {
        String sha256 = files.put(content);
        ByteBuffer bytes = files.read(sha256);
        transaction(connection -> {
            if (!touch(connection, sha256)) {
                insert(connection, sha256, bytes);
            }
            return sha256;
        });
        return sha256;
    }

    /** Whether it is there; then it stays for the grace period. */
    private static boolean touch(Connection connection, String sha256) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update FIXATOR_ARTIFACT set TOUCHED = now() where SHA256 = ?")) {
            update.setString(1, sha256);
            return update.executeUpdate() > 0;
        }
    }

    /** Waits for another server that is putting the same, and leaves it to that one. */
    private static void insert(Connection connection, String sha256, ByteBuffer bytes) throws SQLException {
        try (PreparedStatement head = connection.prepareStatement("insert into FIXATOR_ARTIFACT"
                + " (SHA256, BYTES, TOUCHED) values (?, ?, now()) on conflict (SHA256) do nothing")) {
            head.setString(1, sha256);
            head.setLong(2, bytes.remaining());
            if (head.executeUpdate() == 0) {
                return;
            }
        }
        try (PreparedStatement chunk = connection.prepareStatement(
                "insert into FIXATOR_ARTIFACT_CHUNK (SHA256, SEQ, BODY) values (?, ?, ?)")) {
            for (int number = 0; bytes.hasRemaining(); number++) {
                byte[] body = new byte[Math.min(CHUNK, bytes.remaining())];
                bytes.get(body);
                chunk.setString(1, sha256);
                chunk.setInt(2, number);
                chunk.setBytes(3, body);
                chunk.executeUpdate();
            }
        }
    }

    @Override
    public ByteBuffer read(String sha256) {
        if (!checked.contains(sha256) && !files.holds(sha256)) {
            String fetched = files.put(out -> fetch(sha256, out));
            if (!fetched.equals(sha256)) {
                files.remove(fetched);
                throw ArtifactException.damaged(sha256);
            }
        }
        checked.add(sha256);
        return files.read(sha256);
    }

    private void fetch(String sha256, OutputStream out) {
        transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select BODY from FIXATOR_ARTIFACT_CHUNK where SHA256 = ? order by SEQ")) {
                select.setFetchSize(4);
                select.setString(1, sha256);
                try (ResultSet rows = select.executeQuery()) {
                    boolean any = false;
                    while (rows.next()) {
                        out.write(rows.getBytes(1));
                        any = true;
                    }
                    if (!any) {
                        throw ArtifactException.missing(sha256);
                    }
                    return sha256;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public Set<String> list() {
        return transaction(connection -> {
            Set<String> found = new TreeSet<>();
            try (Statement select = connection.createStatement();
                    ResultSet rows = select.executeQuery("select SHA256 from FIXATOR_ARTIFACT")) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        });
    }

    @Override
    public int collect(Set<String> used) {
        Set<String> unused = new HashSet<>(list());
        unused.removeAll(used);
        int removed = transaction(connection -> {
            int count = 0;
            try (PreparedStatement delete = connection.prepareStatement("delete from FIXATOR_ARTIFACT where SHA256 = ?"
                    + " and TOUCHED <= now() - ? * interval '1 second'")) {
                for (String sha256 : unused) {
                    delete.setString(1, sha256);
                    delete.setLong(2, grace.toSeconds());
                    count += delete.executeUpdate();
                }
            }
            return count;
        });
        files.collect(used);
        checked.retainAll(used);
        return removed;
    }

    /** Room in the cache; of the database's disk nothing is known. */
    @Override
    public void requireSpace(long bytes) {
        files.requireSpace(bytes);
    }

    /** On a connection of its own, whatever transaction the thread has. */
    private <T> T transaction(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot use the table FIXATOR_ARTIFACT: " + e.getMessage(), e);
        }
    }
}
