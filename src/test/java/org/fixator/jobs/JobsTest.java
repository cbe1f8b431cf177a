package org.fixator.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.FhirLayer;
import org.fixator.catalog.Snapshot;
import org.fixator.issue.TerminologyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final Path data;
    private final Catalog catalog = new Catalog(Snapshot.of(List.of()), new FhirLayer());
    private final MemoryReleases releases = new MemoryReleases(catalog);
    private final LineReader reader = new LineReader("lines");
    private final LineReader other = new LineReader("others");
    private Jobs jobs;

    JobsTest(@TempDir Path data) {
        this.data = data;
        this.jobs = jobs(data, DiskSpace.REAL);
    }

    private Jobs jobs(Path data, DiskSpace space) {
        return new Jobs(
                new JobSettings(data, 1_000_000),
                List.of(reader, other),
                new PlainFiles(),
                catalog::current,
                releases,
                Clock.systemUTC(),
                space);
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void anImportGoesLiveAndSaysWhatItDid() throws Exception {
        Job job = run(ImportRequest.of("lines"), LineReader.file("2025", 100));
        assertEquals(JobState.DONE, job.state());
        ImportReport report = report(job);
        assertEquals("lines-2025", report.release());
        assertEquals(100, report.concepts());
        assertTrue(report.differences().isEmpty());
        assertEquals(100, releases.list().get(0).concepts());
        assertEquals(job.id(), releases.list().get(0).provenance().job());
        assertEquals("file.txt", job.files().get(0).name());
        assertEquals(64, job.files().get(0).sha256().length());
        assertEquals(0, leftovers());
    }

    @Test
    void aSecondYearIsComparedWithTheFirst() throws Exception {
        run(ImportRequest.of("lines"), LineReader.file("2025", 100));
        String next = LineReader.file("2026", 101).replace("A007|Title 7|A", "A007|New title|A") + "A8|x|A\n";
        next = next.replaceAll("A003\\|Title 3\\|A\\R", "").replace("A005|Title 5|A", "A005|Title 5|A001");
        ImportReport report = report(run(ImportRequest.of("lines"), next));
        ImportReport.Difference difference = report.differences().get(0);
        assertEquals("2025", difference.from());
        assertEquals(100, difference.conceptsBefore());
        assertEquals(List.of("A099", "A8"), codes(difference.added()));
        assertEquals(List.of("A003"), codes(difference.deleted()));
        assertEquals(List.of("A007"), codes(difference.retitled()));
        assertEquals("New title", difference.retitled().first().get(0).is());
        assertEquals(List.of("A005"), codes(difference.reparented()));
        assertEquals("A", difference.reparented().first().get(0).was());
    }

    @Test
    void aLargeDifferenceIsRefusedUnlessItIsForced() throws Exception {
        run(ImportRequest.of("lines"), LineReader.file("2025", 100));
        Job refused = run(ImportRequest.of("lines"), LineReader.file("2026", 110));
        assertEquals(JobState.REFUSED, refused.state());
        assertEquals(422, refused.status());
        assertTrue(text(refused).contains("10.0 %"), text(refused));
        assertEquals(1, releases.list().size());
        Job forced = run(new ImportRequest("lines", null, false, true, false, false), LineReader.file("2026", 110));
        assertEquals(JobState.DONE, forced.state());
        assertEquals(2, releases.list().size());
    }

    @Test
    void aReleaseBehindOneThatWasActivatedSaysSo() throws Exception {
        run(ImportRequest.of("lines"), LineReader.file("2025", 100));
        releases.activate("lines-2025");
        ImportReport report = report(run(ImportRequest.of("lines"), LineReader.file("2026", 101)));
        assertEquals("lines-2026", report.release());
        assertTrue(
                report.notes().stream().anyMatch(note -> note.contains("lines-2025 goes on to answer")),
                report.notes().toString());
    }

    @Test
    void aDryRunReportsAndChangesNothing() throws Exception {
        Job job = run(new ImportRequest("lines", null, true, false, false, false), LineReader.file("2025", 100));
        assertEquals(JobState.DONE, job.state());
        assertEquals(100, report(job).concepts());
        assertNull(report(job).release());
        assertTrue(releases.list().isEmpty());
    }

    @Test
    void aBadFileIsRefusedWithItsLine() throws Exception {
        Job job = run(ImportRequest.of("lines"), "version 1\nA|x|\nbroken\n");
        assertEquals(JobState.REFUSED, job.state());
        assertEquals("file.txt:3: the line has no three columns", text(job));
        assertTrue(releases.list().isEmpty());
        assertEquals(0, leftovers());
    }

    @Test
    void anUnknownKindIsRefusedWithTheKnownOnes() {
        TerminologyException e =
                assertThrows(TerminologyException.class, () -> jobs.begin(ImportRequest.of("nonsense")));
        assertEquals(400, e.status());
        assertTrue(String.valueOf(e.getMessage()).contains("lines, others"), e.getMessage());
    }

    @Test
    void aSecondImportOfAKindIsRefusedWhileTheFirstGoesOn() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        reader.gate = () -> await(gate);
        Job first = start(ImportRequest.of("lines"), LineReader.file("2025", 10));
        TerminologyException busy =
                assertThrows(TerminologyException.class, () -> jobs.begin(ImportRequest.of("lines")));
        assertEquals(409, busy.status());
        assertTrue(String.valueOf(busy.getMessage()).contains(first.id()));
        Job queued = start(ImportRequest.of("others"), LineReader.file("7", 10));
        assertEquals(JobState.QUEUED, jobs.find(queued.id()).state());
        gate.countDown();
        assertEquals(JobState.DONE, jobs.await(first.id(), LONG).state());
        // the same system by another kind: its ten codes are those of the first
        assertEquals(JobState.DONE, jobs.await(queued.id(), LONG).state());
        assertEquals(
                JobState.DONE,
                run(ImportRequest.of("lines"), LineReader.file("2026", 10)).state());
    }

    @Test
    void aJobThatReadsIsCancelled() throws Exception {
        CountDownLatch reads = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        reader.gate = () -> {
            reads.countDown();
            await(gate);
        };
        Job job = start(ImportRequest.of("lines"), LineReader.file("2025", 100));
        await(reads);
        jobs.cancel(job.id());
        gate.countDown();
        Job ended = jobs.await(job.id(), LONG);
        assertEquals(JobState.CANCELLED, ended.state());
        assertTrue(releases.list().isEmpty());
        assertEquals(0, leftovers());
        assertEquals(
                409,
                assertThrows(TerminologyException.class, () -> jobs.cancel(job.id()))
                        .status());
    }

    @Test
    void aJobThatWaitsIsCancelledAtOnce() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        reader.gate = () -> await(gate);
        Job first = start(ImportRequest.of("lines"), LineReader.file("2025", 10));
        Job second = start(ImportRequest.of("others"), LineReader.file("2025", 10));
        jobs.cancel(second.id());
        assertEquals(JobState.CANCELLED, jobs.find(second.id()).state());
        gate.countDown();
        jobs.await(first.id(), LONG);
        assertEquals(1, releases.list().size());
    }

    @Test
    void progressTellsBytesAndRate() throws Exception {
        CountDownLatch reads = new CountDownLatch(2);
        CountDownLatch gate = new CountDownLatch(1);
        reader.gate = () -> {
            if (reads.getCount() == 0) {
                await(gate);
            }
            reads.countDown();
        };
        String file = LineReader.file("2025", 100);
        Job job = start(ImportRequest.of("lines"), file);
        await(reads);
        JobProgress progress = jobs.progress(job.id()).orElseThrow();
        assertEquals(JobState.READING, progress.state());
        assertEquals(file.length(), progress.total());
        assertTrue(progress.words().startsWith("reading"), progress.words());
        gate.countDown();
        jobs.await(job.id(), LONG);
        assertTrue(jobs.progress(job.id()).isEmpty());
    }

    @Test
    void aFailureIsToldAndChangesNothing() throws Exception {
        releases.failBefore = new IllegalStateException("x", new IOException("Input/output error"));
        Job job = run(ImportRequest.of("lines"), LineReader.file("2025", 10));
        assertEquals(JobState.FAILED, job.state());
        assertEquals(500, job.status());
        assertTrue(text(job).contains("Input/output error"), text(job));
    }

    @Test
    void aDiskThatFillsUpAtWorkIsToldAsThat() throws Exception {
        releases.failBefore = new IllegalStateException("x", new IOException("No space left on device"));
        Job job = run(ImportRequest.of("lines"), LineReader.file("2025", 10));
        assertEquals(JobState.FAILED, job.state());
        assertEquals(507, job.status());
        assertTrue(text(job).contains("became full"), text(job));
    }

    @Test
    void aFailureAfterGoingLiveIsTheSuccessThatItIs() throws Exception {
        releases.failAfter = new IllegalStateException("late");
        Job job = run(ImportRequest.of("lines"), LineReader.file("2025", 10));
        assertEquals(JobState.DONE, job.state());
        assertEquals("lines-2025", report(job).release());
    }

    @Test
    void aFullDiskIsSeenBeforeTheUpload() throws Exception {
        jobs.close();
        jobs = jobs(data, folder -> Uploads.RESERVE + 10);
        TerminologyException full = assertThrows(
                TerminologyException.class, () -> start(ImportRequest.of("lines"), LineReader.file("2025", 10)));
        assertEquals(507, full.status());
        assertEquals(JobState.FAILED, jobs.list().get(0).state());
        assertEquals(0, leftovers());
    }

    @Test
    void tooMuchIsRefused() throws Exception {
        TerminologyException large =
                assertThrows(TerminologyException.class, () -> start(ImportRequest.of("lines"), "x".repeat(1_000_001)));
        assertEquals(413, large.status());
        assertEquals(JobState.REFUSED, jobs.list().get(0).state());
        assertEquals(0, leftovers());
    }

    @Test
    void fileNamesStayInsideTheirFolder() throws Exception {
        try (Jobs.Receiving receiving = jobs.begin(ImportRequest.of("lines"))) {
            for (String name : List.of("../x", "a/../../x", "", "/", "a\u0000b")) {
                assertThrows(TerminologyException.class, () -> receive(receiving, name, "x"), name);
            }
            receive(receiving, "/etc/passwd", "version 1\nA|x|\n");
            receive(receiving, "C:\\data\\b.txt", "B|x|\n");
            receive(receiving, "folder/c.txt", "C|x|\n");
            assertThrows(TerminologyException.class, () -> receive(receiving, "folder/c.txt", "C|x|\n"));
            Job job = jobs.await(receiving.start().id(), LONG);
            assertEquals(
                    List.of("passwd", "b.txt", "folder/c.txt"),
                    job.files().stream().map(file -> file.name()).toList());
            assertEquals(3, report(job).concepts());
        }
    }

    @Test
    void anotherYearLendsItsStructure() throws Exception {
        try (Jobs.Receiving receiving = jobs.begin(ImportRequest.of("lines"))) {
            receive(receiving, "a.txt", LineReader.file("2025", 3));
            receiving.receive("old.xml", bytes("<x/>"), -1, true);
            Job job = jobs.await(receiving.start().id(), LONG);
            assertEquals(List.of("Chapters are those of old.xml"), report(job).notes());
        }
    }

    @Test
    void aConnectionThatBreaksEndsItsJob() {
        jobs.begin(ImportRequest.of("lines")).close();
        Job job = jobs.list().get(0);
        assertEquals(JobState.REFUSED, job.state());
        assertTrue(text(job).contains("connection was lost"), text(job));
        jobs.begin(ImportRequest.of("lines")).close();
    }

    @Test
    void theJournalTellsAfterARestart() throws Exception {
        Job job = run(ImportRequest.of("lines"), LineReader.file("2025", 100));
        run(ImportRequest.of("lines"), "broken");
        jobs.close();
        jobs = jobs(data, DiskSpace.REAL);
        assertEquals(job, jobs.find(job.id()));
        assertEquals(2, jobs.list().size());
        assertEquals(JobState.REFUSED, jobs.list().get(0).state());
    }

    @Test
    void aJobWhoseProcessDiedSaysWhatHappened() throws Exception {
        Job live = run(ImportRequest.of("lines"), LineReader.file("2025", 10));
        JobJournal journal = new JobJournal(new JobSettings(data, 1).journal());
        journal.write(live.with(JobState.GOING_LIVE));
        Job reading =
                Job.begun("import-x", ImportRequest.of("lines"), live.created()).with(JobState.READING);
        journal.write(reading);
        Path leftover = data.resolve("uploads/import-x/release/file.txt");
        Files.createDirectories(leftover.getParent());
        Files.writeString(leftover, "x");
        jobs.close();
        jobs = jobs(data, DiskSpace.REAL);
        assertEquals(JobState.DONE, jobs.find(live.id()).state());
        assertTrue(text(jobs.find(live.id())).contains("lines-2025"));
        assertEquals(JobState.FAILED, jobs.find("import-x").state());
        assertTrue(text(jobs.find("import-x")).contains("stopped while this import was reading"));
        assertFalse(Files.exists(leftover));
    }

    private Job run(ImportRequest request, String file) throws Exception {
        return jobs.await(start(request, file).id(), LONG);
    }

    private Job start(ImportRequest request, String file) throws IOException {
        try (Jobs.Receiving receiving = jobs.begin(request)) {
            receive(receiving, "file.txt", file);
            return receiving.start();
        }
    }

    private static void receive(Jobs.Receiving receiving, String name, String file) throws IOException {
        receiving.receive(name, bytes(file), file.length(), false);
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ImportReport report(Job job) {
        assertNotNull(job.report(), job.issues().toString());
        return job.report();
    }

    private static String text(Job job) {
        return job.issues().get(0).text();
    }

    private static List<String> codes(ImportReport.Changes changes) {
        return changes.first().stream().map(change -> change.code()).toList();
    }

    private long leftovers() throws IOException {
        Path uploads = data.resolve("uploads");
        if (!Files.exists(uploads)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(uploads)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
