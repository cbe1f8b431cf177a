package org.fixator.store;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The list of what changed in the database, for servers that share it. A change is written in the transaction that makes
 * it, one transaction after the other, so that the numbers of the list are in the order of the commits: who has read up to
 * a number has missed nothing before it. With a database that belongs to one server nothing is written. Safe for use by
 * many threads.
 */
public final class ChangeLog {

    /** The type of a {@link Changed} that is a release and not a resource. */
    public static final String RELEASE = "release";

    /** Any number that no other program takes for its locks in this database. */
    private static final long LOCK = 0x0F1C_A702L;

    private static final int DAYS = 7;

    private final JdbcTemplate jdbc;
    private final boolean shared;
    private final String server = UUID.randomUUID().toString();

    ChangeLog(DataSource database, boolean shared) {
        this.jdbc = new JdbcTemplate(database);
        this.shared = shared;
    }

    /** Something that is not as it was: a resource, or a release by its id. */
    public record Changed(String type, String id) {}

    /** What other servers have changed by transactions that have committed, and how far that is. */
    public record Since(long number, List<Changed> changed) {}

    /** Whether other servers may change the database. */
    public boolean isShared() {
        return shared;
    }

    /**
     * Adds changes when the transaction of the calling thread is about to commit. The lock of the list is the last that a
     * transaction takes, after those of {@link CommitHooks}: taken before them, two threads could wait for each other.
     */
    public void addAtCommit(Collection<Changed> changes) {
        if (shared) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    add(changes);
                }
            });
        }
    }

    /** Adds changes in the transaction of the calling thread; the next to add waits for its end. */
    void add(Collection<Changed> changes) {
        if (!shared || changes.isEmpty()) {
            return;
        }
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
        List<Object[]> rows = changes.stream()
                .distinct()
                .map(change -> new Object[] {server, change.type(), change.id()})
                .toList();
        jdbc.batchUpdate("insert into FIXATOR_CHANGE (SERVER, RES_TYPE, ID) values (?, ?, ?)", rows);
    }

    /** The number of the last change; 0 where there was none. */
    public long last() {
        Long last = jdbc.queryForObject("select max(SEQ) from FIXATOR_CHANGE", Long.class);
        return number(last);
    }

    /** What others changed after a number. */
    public Since since(long number) {
        long[] last = {number};
        Set<Changed> changed = new LinkedHashSet<>();
        jdbc.query(
                "select SEQ, SERVER, RES_TYPE, ID from FIXATOR_CHANGE where SEQ > ? order by SEQ",
                row -> {
                    last[0] = row.getLong(1);
                    if (!server.equals(row.getString(2))) {
                        changed.add(new Changed(row.getString(3), row.getString(4)));
                    }
                },
                number);
        return new Since(last[0], List.copyOf(changed));
    }

    /** Forgets what every server that runs has heard long ago. */
    public void forgetOld() {
        if (shared) {
            jdbc.update("delete from FIXATOR_CHANGE where AT < current_timestamp - interval '" + DAYS + "' day");
        }
    }

    private static long number(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
