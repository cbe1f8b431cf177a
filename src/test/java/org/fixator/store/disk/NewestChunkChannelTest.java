package org.fixator.store.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.fixator.store.disk.RecordedFilePath.Write;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class NewestChunkChannelTest {

    /** What is in use no more is written over at once, and not only after the 45 seconds that are usual. */
    private static final String OPTIONS = ";WRITE_DELAY=0;RETENTION_TIME=0;DB_CLOSE_ON_EXIT=FALSE";

    @TempDir
    Path folder;

    @Test
    void whateverWriteAKilledProcessEndedInEveryAcknowledgedCommitIsThere() throws Exception {
        Path start = folder.resolve("start.mv.db");
        Path left = folder.resolve("left.mv.db");
        Files.createFile(start);
        int commit = 0;
        for (int life = 0; life < 3; life++) {
            commit = live(commit, life);
            Files.copy(start, left, StandardCopyOption.REPLACE_EXISTING);
            openWhateverIsLeft(RecordedFilePath.writes(), left);
            Files.copy(folder.resolve("database.mv.db"), start, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Commits of all sizes in one life of a process, which is killed or closes the database. */
    private int live(int from, int life) throws SQLException {
        Random random = new Random(life);
        int commit = from;
        String url = RecordedFilePath.jdbcUrl(folder.resolve("database")) + OPTIONS;
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            connection.createStatement().execute("create table if not exists LAST (ID int primary key, N int, B blob)");
            connection.createStatement().execute("create table if not exists OTHERS (ID identity primary key, B blob)");
            connection.setAutoCommit(false);
            for (int i = 0; i < 40; i++) {
                commit++;
                change(connection, commit, random);
                connection.commit();
                RecordedFilePath.acknowledge(Integer.toString(commit));
            }
            end(connection, life % 2 == 0 ? "shutdown" : "shutdown immediately");
        }
        return commit;
    }

    private static void change(Connection connection, int commit, Random random) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement last = connection.prepareStatement("insert into LAST values (1, ?, ?)");
                PreparedStatement other = connection.prepareStatement("insert into OTHERS (B) values (?)")) {
            statement.executeUpdate("delete from LAST");
            last.setInt(1, commit);
            last.setBytes(2, new byte[random.nextInt(3000)]);
            last.executeUpdate();
            for (int i = random.nextInt(4); i > 0; i--) {
                byte[] bytes = new byte[random.nextInt(random.nextInt(10) == 0 ? 100_000 : 4000)];
                random.nextBytes(bytes);
                other.setBytes(1, bytes);
                other.executeUpdate();
            }
            if (random.nextInt(3) == 0) {
                statement.executeUpdate("delete from OTHERS where mod(ID, 3) = " + random.nextInt(3));
            }
        }
    }

    /** Closes the database under its connection. */
    private static void end(Connection connection, String how) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(how);
        }
    }

    private void openWhateverIsLeft(List<Write> writes, Path left) throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(left.toFile(), "rw")) {
            for (int i = 0; i < writes.size(); i++) {
                Write write = writes.get(i);
                if (write.bytes().length > StoreHeader.LENGTH) {
                    write.to(file, write.bytes().length / 2 / StoreHeader.BLOCK * StoreHeader.BLOCK);
                    assertNothingIsLost(left, write, "half of write " + i);
                }
                write.to(file, write.bytes().length);
                assertNothingIsLost(left, write, "write " + i);
            }
        }
    }

    private void assertNothingIsLost(Path left, Write write, String last) throws IOException, SQLException {
        if (write.acknowledged().isEmpty()) {
            return;
        }
        Files.copy(left, folder.resolve("opened.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        String url = "jdbc:h2:" + folder.resolve("opened").toAbsolutePath() + OPTIONS;
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select N from LAST")) {
            assertThat(found.next()).as("after " + last).isTrue();
            assertThat(found.getInt(1))
                    .as("after " + last)
                    .isGreaterThanOrEqualTo(Integer.parseInt(write.acknowledged()));
            end(connection, "shutdown immediately");
        }
    }

    @Test
    void theHeaderNamesTheChunkThatWasWrittenLast() throws Exception {
        live(0, 1);
        long newest = 0;
        for (Write write : RecordedFilePath.writes()) {
            WrittenChunk chunk = WrittenChunk.beginning(ByteBuffer.wrap(write.bytes()), write.position());
            newest = chunk == null ? newest : Math.max(newest, chunk.version());
        }
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("database.mv.db").toFile(), "r")) {
            StoreHeader header = StoreHeader.of(file.getChannel());
            assertThat(header).isNotNull().extracting(StoreHeader::version).isEqualTo(newest);
        }
    }

    @Test
    void bytesThatOnlyBeginLikeAChunkAreNone() {
        assertThat(WrittenChunk.beginning(bytes("chunk:1,len:2,version:a \n"), 8192))
                .isEqualTo(new WrittenChunk(1, 8192, 8192, 10));
        assertThat(WrittenChunk.beginning(bytes("chunk:1,len:2,version:a \n"), 8193))
                .isNull();
        assertThat(WrittenChunk.beginning(bytes("chunk:1,len:2,version:a"), 8192))
                .isNull();
        assertThat(WrittenChunk.beginning(bytes("chunk:1\n"), 8192)).isNull();
        assertThat(WrittenChunk.beginning(bytes("chunk\n"), 8192)).isNull();
        assertThat(WrittenChunk.beginning(bytes("chunk:1,len\n"), 8192)).isNull();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
