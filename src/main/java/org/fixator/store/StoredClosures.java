package org.fixator.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.fixator.codesystem.closure.ClosureTable;
import org.fixator.codesystem.closure.ClosureTable.Entry;
import org.fixator.codesystem.closure.ClosureTable.Relation;
import org.fixator.codesystem.closure.ClosureTables;
import org.fixator.issue.ClosureMessages;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Closure tables in the database. A change locks the row of its table, also against other servers. */
public final class StoredClosures implements ClosureTables {

    /** How many tables there may be. */
    static final int TABLES = 1000;

    private static final int BATCH = 1000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    /** The database's own lock gives up after a second or two. */
    private final Lock[] locks = new Lock[64];

    public StoredClosures(DataSource database, Clock clock) {
        this.jdbc = new JdbcTemplate(database);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        this.clock = clock;
        Arrays.setAll(locks, i -> new ReentrantLock(true));
    }

    @Override
    public @Nullable ClosureTable find(String name) {
        return alone(name, () -> transactions.execute(status -> read(name)));
    }

    private <T extends @Nullable Object> T alone(String name, Supplier<T> work) {
        Lock lock = locks[Math.floorMod(name.hashCode(), locks.length)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public ClosureTable change(String name, Function<@Nullable ClosureTable, ClosureTable> change) {
        ClosureTable changed = alone(
                name,
                () -> transactions.execute(status -> {
                    ClosureTable before = read(name);
                    ClosureTable after = change.apply(before);
                    write(before, after);
                    return after;
                }));
        if (changed == null) {
            throw new IllegalStateException("A closure table cannot be changed to none");
        }
        return changed;
    }

    private @Nullable ClosureTable read(String name) {
        List<ClosureTable> found = jdbc.query(
                "select START_VERSION, VERSION from FIXATOR_CLOSURE where NAME = ? for update",
                (row, number) -> new ClosureTable(name, row.getLong(1), row.getLong(2), entries(name), relations(name)),
                name);
        return found.isEmpty() ? null : found.get(0);
    }

    private List<Entry> entries(String name) {
        return jdbc.query(
                "select SYSTEM_URL, SYSTEM_VERSION, CODE, SINCE from FIXATOR_CLOSURE_CONCEPT where NAME = ? order by SEQ",
                (row, number) -> new Entry(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)),
                name);
    }

    private List<Relation> relations(String name) {
        return jdbc.query(
                "select NARROWER, BROADER, SAME, SINCE from FIXATOR_CLOSURE_RELATION where NAME = ?"
                        + " order by SINCE, NARROWER, BROADER",
                (row, number) -> new Relation(row.getInt(1), row.getInt(2), row.getBoolean(3), row.getLong(4)),
                name);
    }

    private void write(@Nullable ClosureTable before, ClosureTable after) {
        if (after.equals(before)) {
            return;
        }
        boolean anew = before == null || before.start() != after.start();
        if (before == null) {
            requireRoom();
        }
        if (anew) {
            jdbc.update("delete from FIXATOR_CLOSURE_RELATION where NAME = ?", after.name());
            jdbc.update("delete from FIXATOR_CLOSURE_CONCEPT where NAME = ?", after.name());
        }
        Timestamp now = Timestamp.from(clock.instant());
        int updated = jdbc.update(
                "update FIXATOR_CLOSURE set START_VERSION = ?, VERSION = ?, CHANGED = ? where NAME = ?",
                after.start(),
                after.version(),
                now,
                after.name());
        if (updated == 0) {
            jdbc.update(
                    "insert into FIXATOR_CLOSURE (NAME, START_VERSION, VERSION, CHANGED) values (?, ?, ?, ?)",
                    after.name(),
                    after.start(),
                    after.version(),
                    now);
        }
        append(after, anew || before == null ? 0 : before.entries().size());
        long known = anew || before == null ? -1 : before.version();
        appendRelations(after, known);
    }

    private void requireRoom() {
        Integer tables = jdbc.queryForObject("select count(*) from FIXATOR_CLOSURE", Integer.class);
        if (tables != null && tables >= TABLES) {
            throw new TerminologyException(ClosureMessages.tooManyTables(TABLES));
        }
    }

    private void append(ClosureTable table, int first) {
        List<Entry> entries = table.entries();
        List<Integer> numbers = IntStream.range(first, entries.size()).boxed().toList();
        jdbc.batchUpdate(
                "insert into FIXATOR_CLOSURE_CONCEPT (NAME, SEQ, SYSTEM_URL, SYSTEM_VERSION, CODE, SINCE)"
                        + " values (?, ?, ?, ?, ?, ?)",
                numbers,
                BATCH,
                (PreparedStatement row, Integer number) -> {
                    Entry entry = entries.get(number);
                    row.setString(1, table.name());
                    row.setInt(2, number);
                    row.setString(3, entry.system());
                    row.setString(4, entry.systemVersion());
                    row.setString(5, entry.code());
                    row.setLong(6, entry.since());
                });
    }

    private void appendRelations(ClosureTable table, long known) {
        jdbc.batchUpdate(
                "insert into FIXATOR_CLOSURE_RELATION (NAME, NARROWER, BROADER, SAME, SINCE) values (?, ?, ?, ?, ?)",
                table.relations().stream()
                        .filter(relation -> relation.since() > known)
                        .toList(),
                BATCH,
                (PreparedStatement row, Relation relation) -> set(row, table.name(), relation));
    }

    private static void set(PreparedStatement row, String name, Relation relation) throws SQLException {
        row.setString(1, name);
        row.setInt(2, relation.narrower());
        row.setInt(3, relation.broader());
        row.setBoolean(4, relation.equal());
        row.setLong(5, relation.since());
    }
}
