package org.fixator.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.dbcp2.BasicDataSource;
import org.fixator.codesystem.closure.ClosureTable;
import org.fixator.codesystem.closure.ClosureTable.Entry;
import org.fixator.codesystem.closure.ClosureTable.Relation;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredClosuresTest {

    private BasicDataSource database = new BasicDataSource();
    private String url = "";

    @BeforeEach
    void open(@TempDir Path directory) {
        url = "jdbc:h2:file:" + directory.resolve("db");
        database.setUrl(url);
        Migrations.run(database);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private StoredClosures closures() {
        return new StoredClosures(database, Clock.systemUTC());
    }

    private static ClosureTable empty(String name, long start) {
        return new ClosureTable(name, start, start, List.of(), List.of());
    }

    private static ClosureTable more(@Nullable ClosureTable table) {
        if (table == null) {
            throw new AssertionError("no table");
        }
        long version = table.version() + 1;
        int number = table.entries().size();
        List<Entry> entries = new ArrayList<>(table.entries());
        entries.add(new Entry("http://s", number % 2 == 0 ? null : "1", "c" + number, version));
        List<Relation> relations = new ArrayList<>(table.relations());
        for (int i = 0; i < number; i++) {
            relations.add(new Relation(number, i, i % 2 == 1, version));
        }
        return new ClosureTable(table.name(), table.start(), version, entries, relations);
    }

    @Test
    void aTableIsTheSameAfterTheDatabaseWasClosed() throws SQLException {
        assertThat(closures().find("t")).isNull();
        closures().change("t", before -> empty("t", 0));
        closures().change("other", before -> empty("other", 0));
        closures().change("t", StoredClosuresTest::more);
        closures().change("t", StoredClosuresTest::more);
        ClosureTable written = closures().change("t", StoredClosuresTest::more);
        database.close();
        database = new BasicDataSource();
        database.setUrl(url);
        assertThat(closures().find("t")).isEqualTo(written);
        assertThat(closures().find("other")).isEqualTo(empty("other", 0));
    }

    @Test
    void aTableThatBeginsAnewKeepsNothing() {
        closures().change("t", before -> empty("t", 0));
        closures().change("t", StoredClosuresTest::more);
        closures().change("t", before -> empty("t", 2));
        assertThat(closures().find("t")).isEqualTo(empty("t", 2));
        ClosureTable again = closures().change("t", StoredClosuresTest::more);
        assertThat(closures().find("t")).isEqualTo(again);
    }

    @Test
    void aChangeThatFailsChangesNothing() {
        closures().change("t", before -> empty("t", 0));
        assertThatThrownBy(() -> closures().change("t", before -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(closures().find("t")).isEqualTo(empty("t", 0));
    }

    @Test
    void changesOfOneTableComeOneAtATime() throws Exception {
        StoredClosures closures = closures();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<ClosureTable>> all = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            all.add(threads.submit(
                    () -> closures.change("t", before -> more(before == null ? empty("t", 0) : before))));
        }
        for (Future<ClosureTable> one : all) {
            one.get();
        }
        threads.shutdown();
        ClosureTable whole = requireNonNull(closures.find("t"));
        assertThat(whole.version()).isEqualTo(24);
        assertThat(whole.entries()).hasSize(24);
        assertThat(whole.relations()).hasSize(24 * 23 / 2);
    }

    @Test
    void thereAreNotAnyNumberOfTables() {
        StoredClosures closures = closures();
        for (int i = 0; i < StoredClosures.TABLES; i++) {
            String name = "t" + i;
            closures.change(name, before -> empty(name, 0));
        }
        assertThatThrownBy(() -> closures.change("more", before -> empty("more", 0)))
                .isInstanceOf(TerminologyException.class)
                .hasMessageContaining("1000");
        closures.change("t1", before -> empty("t1", 1));
    }
}
