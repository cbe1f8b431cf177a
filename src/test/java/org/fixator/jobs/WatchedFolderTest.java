package org.fixator.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.FhirLayer;
import org.fixator.catalog.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class WatchedFolderTest {

    private final Catalog catalog = new Catalog(Snapshot.of(List.of()), new FhirLayer());
    private final MemoryReleases releases = new MemoryReleases(catalog);
    private final Jobs jobs;
    private final WatchedFolder watched;
    private final Path kind;

    WatchedFolderTest(@TempDir Path place) throws Exception {
        jobs = new Jobs(
                new JobSettings(place.resolve("data"), 1_000_000),
                List.of(new LineReader("lines")),
                new PlainFiles(),
                catalog::current,
                releases,
                Clock.systemUTC());
        watched = new WatchedFolder(place.resolve("watch"), jobs, new ReleaseOperations(releases, jobs));
        kind = place.resolve("watch/lines");
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void aFileThatDoesNotGrowIsImportedAndMoved() throws Exception {
        Files.writeString(kind.resolve("a.txt"), "version 1\n");
        watched.look();
        Files.writeString(kind.resolve("a.txt"), LineReader.file("1", 10));
        watched.look();
        assertTrue(releases.list().isEmpty(), "it has grown since the last look");
        watched.look();
        assertEquals("lines-1", releases.list().get(0).id());
        assertFalse(Files.exists(kind.resolve("a.txt")));
        assertTrue(Files.exists(kind.resolve("done/a.txt")));
        assertTrue(Files.readString(kind.resolve("done/a.txt.report.json")).contains("\"lines-1\""));
    }

    @Test
    void aFolderIsOneRelease() throws Exception {
        Files.createDirectories(kind.resolve("folder/sub"));
        Files.writeString(kind.resolve("folder/a.txt"), LineReader.file("1", 10));
        Files.writeString(kind.resolve("folder/sub/b.txt"), "B|b|\n");
        watched.look();
        watched.look();
        assertEquals(11, releases.list().get(0).concepts());
        assertTrue(Files.exists(kind.resolve("done/folder/sub/b.txt")));
    }

    @Test
    void whatLiesBesideTheFoldersOfTheKindsIsWarnedOfOnce() throws Exception {
        Path stray = Files.writeString(kind.resolveSibling("stray.txt"), "x");
        List<String> warnings = warnings(() -> {
            watched.look();
            watched.look();
        });
        assertEquals(
                List.of(stray + " stays where it is: files to import belong into the folder of their kind"), warnings);
        assertTrue(Files.exists(stray));
    }

    @Test
    void aFileThatIsRefusedIsWarnedOfWithItsReason() throws Exception {
        Files.writeString(kind.resolve("bad.txt"), "version 1\nx\n");
        List<String> warnings = warnings(() -> {
            watched.look();
            watched.look();
        });
        assertEquals(1, warnings.size(), warnings.toString());
        assertTrue(warnings.get(0).startsWith("bad.txt in the watched folder was refused: see "), warnings.get(0));
        assertTrue(warnings.get(0).contains("bad.txt:2: the line has no three columns"), warnings.get(0));
    }

    @Test
    void aFolderOfAKindThatHasGoneIsWarnedOf() throws Exception {
        Files.delete(kind);
        List<String> warnings = warnings(watched::look);
        assertEquals(1, warnings.size(), warnings.toString());
        assertTrue(warnings.get(0).startsWith(kind + " cannot be read: "), warnings.get(0));
    }

    private interface Looking {

        void run() throws Exception;
    }

    private static List<String> warnings(Looking looking) throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(WatchedFolder.class);
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        logger.addAppender(heard);
        try {
            looking.run();
        } finally {
            logger.detachAppender(heard);
        }
        return heard.list.stream()
                .filter(event -> event.getLevel().equals(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void aFileThatIsRefusedIsMovedWithTheReason() throws Exception {
        Files.writeString(kind.resolve("bad.txt"), "version 1\nx\n");
        Files.writeString(kind.resolve("unfinished.part"), "x");
        watched.look();
        watched.look();
        String report = Files.readString(kind.resolve("refused/bad.txt.report.json"));
        assertTrue(report.contains("bad.txt:2: the line has no three columns"), report);
        assertTrue(Files.exists(kind.resolve("unfinished.part")));
        Files.writeString(kind.resolve("bad.txt"), "version 1\ny\n");
        watched.look();
        watched.look();
        assertTrue(Files.exists(kind.resolve("refused/bad.txt.2")));
    }
}
