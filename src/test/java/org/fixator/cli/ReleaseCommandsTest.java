package org.fixator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.fixator.app.RunningServer;
import org.fixator.jobs.LineReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The commands that work on releases, against a server; another process never opens a data directory here. */
class ReleaseCommandsTest extends RunningServer {

    private final Path folder;
    private final LineReader reader;

    ReleaseCommandsTest(@TempDir Path folder, @Autowired LineReader reader) {
        this.folder = folder;
        this.reader = reader;
    }

    @AfterEach
    void openTheGate() {
        reader.gate = () -> {};
    }

    @Test
    void anImportEndsWithTheReleaseAndItsSize() throws Exception {
        Cli done = run("import", "lines", file("a.txt", LineReader.file("2041", 20)), "--force");
        assertEquals(0, done.exitCode(), done.err());
        assertTrue(done.out().endsWith("lines-2041 is live: 20 concepts" + System.lineSeparator()), done.out());
        assertTrue(run("releases").out().contains("lines-2041"), "it is listed");
        assertTrue(run("jobs").out().contains("lines-2041, 20 concepts"), "its job is listed");
        Cli next = run("import", "lines", file("b.txt", LineReader.file("2042", 21)), "--dry-run");
        assertTrue(next.out().contains("against 2041 (20 concepts): 1 added, 0 deleted"), next.out());
        assertTrue(next.out().contains("dry run, nothing has changed: lines-2042, 21 concepts"), next.out());
        assertFalse(run("releases").out().contains("lines-2042"));
    }

    @Test
    void anImportOfResourcesEndsWithTheirTypes() throws Exception {
        String set = "{\"resourceType\":\"ValueSet\",\"id\":\"%1$s\",\"url\":\"http://example.org/%1$s\","
                + "\"version\":\"1\",\"status\":\"active\"}\n";
        Cli done = run(
                "import",
                "fhir",
                file("sets.ndjson", String.format(set, "cli-a") + String.format(set, "cli-b")),
                "--version",
                "2046");
        assertEquals(0, done.exitCode(), done.err());
        assertTrue(done.out().endsWith("fhir-2046 is live: 2 ValueSet" + System.lineSeparator()), done.out());
        assertTrue(run("jobs", "--kind", "fhir").out().contains("fhir-2046, 2 ValueSet"));
        assertFalse(run("releases", "--kind", "fhir").out().contains(" 0 "));
        assertEquals(
                "fhir-2046 (http://example.org/cli-a) is kept and no longer served",
                run("retire", "fhir-2046").out().strip());
    }

    @Test
    void aKindThatThereIsNotIsWrongUsage() {
        for (String command : List.of("releases", "jobs")) {
            Cli none = run(command, "--kind", "bogus");
            assertEquals(2, none.exitCode(), none.out());
            assertEquals(
                    "There is no kind of release 'bogus'; there are lines, fhir",
                    none.err().strip());
        }
        assertEquals(2, run("jobs", "--kind", "bogus", "--json").exitCode());
    }

    @Test
    void aRefusalNamesTheOptionThatWouldHelp() throws Exception {
        run("import", "lines", file("a.txt", LineReader.file("2047", 50)), "--force");
        String more = file("b.txt", LineReader.file("2047", 60));
        Cli refused = run("import", "lines", more);
        assertEquals(1, refused.exitCode());
        assertTrue(refused.err().contains("import it with --force; nothing has changed"), refused.err());
        assertTrue(run("jobs").out().contains("import it with --force; nothing has changed"));
        Cli dry = run("import", "lines", more, "--dry-run");
        assertTrue(dry.out().contains("to load it takes --force"), dry.out());
    }

    @Test
    void severalFilesAndAFolderAreOneRelease() throws Exception {
        Files.createDirectories(folder.resolve("release/sub"));
        file("release/sub/more.txt", "Z|z|\n");
        file("release/a.txt", LineReader.file("2043", 20));
        Cli done = run(
                "import",
                "lines",
                folder.resolve("release").toString(),
                file("y.txt", "Y|y|\n"),
                "--force",
                "--structure-from",
                file("old.xml", "<x/>"));
        assertEquals(0, done.exitCode(), done.err());
        assertTrue(done.out().contains("22 concepts"), done.out());
        assertTrue(done.out().contains("note: Chapters are those of old.xml"), done.out());
        assertTrue(get("/$releases").body().contains("release/sub/more.txt"));
    }

    @Test
    void whatIsRefusedIsToldAndIsExitCodeOne() throws Exception {
        Cli refused = run("import", "lines", file("bad.txt", "version 1\nbroken\n"));
        assertEquals(1, refused.exitCode());
        assertEquals(
                "bad.txt:2: the line has no three columns",
                refused.err().strip().lines().reduce("", (a, b) -> b));
        Cli kind = run("import", "nonsense", file("a.txt", "x"));
        assertEquals(2, kind.exitCode());
        assertTrue(kind.err().contains("There is no kind of release 'nonsense'; there are lines"), kind.err());
        assertEquals(1, run("activate", "none").exitCode());
    }

    @Test
    void aSecondImportOfAKindIsBusy() throws Exception {
        CountDownLatch reads = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        reader.gate = () -> {
            reads.countDown();
            await(gate);
        };
        String path = file("a.txt", LineReader.file("2044", 20));
        Thread first = new Thread(() -> run("import", "lines", path, "--force"));
        first.start();
        await(reads);
        Cli second = run("import", "lines", path);
        gate.countDown();
        first.join();
        assertEquals(3, second.exitCode(), second.err());
        assertTrue(second.err().contains("is not over yet"), second.err());
    }

    @Test
    void aReleaseIsRetiredActivatedAndRemoved() throws Exception {
        run("import", "lines", file("a.txt", LineReader.file("2045", 20)), "--force");
        assertEquals(
                "lines-2045 (Lines 2045, 20 concepts) is kept and no longer served",
                run("retire", "lines-2045").out().strip());
        assertEquals(0, run("activate", "lines-2045").exitCode());
        assertTrue(run("releases").out().contains("active, default"));
        assertEquals("lines-2045 is removed", run("remove", "lines-2045").out().strip());
    }

    @Test
    void withoutTheTokenNothingIsChanged() throws Exception {
        Cli none = Cli.run(
                new NoInstallation(), "import", "lines", file("a.txt", "x"), "--server", base(), "--token", "wrong");
        assertEquals(1, none.exitCode());
        assertTrue(none.err().contains("admin token"), none.err());
    }

    @Test
    void aFileThatIsNotThereIsWrongUsage() {
        Cli none = run("import", "lines", "/none/of/that");
        assertEquals(2, none.exitCode());
        assertTrue(none.err().contains("does not exist"), none.err());
        assertEquals(2, run("import", "lines").exitCode());
        assertEquals(2, run("nonsense").exitCode());
    }

    @Test
    void theServerOfADataDirectoryIsFound() {
        Cli found = Cli.run(new NoInstallation(), "releases", "--data", DATA.toString());
        assertEquals(0, found.exitCode(), found.err());
    }

    private Cli run(String... arguments) {
        String[] all = new String[arguments.length + 4];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--server";
        all[arguments.length + 1] = base();
        all[arguments.length + 2] = "--token";
        all[arguments.length + 3] = token();
        return Cli.run(new NoInstallation(), all);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class NoInstallation implements Installation {

        @Override
        public LocalServer start(Path data) {
            throw new AssertionError("There is a server");
        }

        @Override
        public Stored open(Path data) {
            throw new AssertionError("There is a server");
        }
    }
}
