package org.fixator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
    private static final Reason REASON = new Reason(Map.of());

    @TempDir
    Path folder;

    private static Baseline of(PassResult... results) {
        return Baseline.of("1.9.3", List.of(results), REASON);
    }

    @Test
    void linesAreSortedByPassAndTest() throws IOException {
        Path file = folder.resolve("baseline.txt");
        of(
                        Results.of(Results.PLAIN, Results.pass("b/1")),
                        Results.of(Results.HOT, Results.pass("b/2"), Results.fail("a/1", "why\nso")))
                .write(file);
        assertEquals(
                List.of(
                        "# suite-version 1.9.3",
                        "r4-hot-cache a/1 fail why so",
                        "r4-hot-cache b/2 pass",
                        "r5-hapi-nocache b/1 pass"),
                Files.readAllLines(file).subList(1, 5));
    }

    @Test
    void whatWasWrittenIsReadAgain() throws IOException {
        Path file = folder.resolve("baseline.txt");
        Baseline baseline = of(Results.of(Results.HOT, Results.pass("a/1"), Results.fail("a/2", "one two three")));
        baseline.write(file);
        assertEquals(baseline, Baseline.read(file));
    }

    @Test
    void aMissingFileIsAnEmptyBaseline() throws IOException {
        assertEquals(Baseline.NONE, Baseline.read(folder.resolve("none.txt")));
    }

    @Test
    void aTestThatNewlyPassesIsADifference() {
        Baseline recorded = of(Results.of(Results.HOT, Results.fail("a/1", "why")));
        Baseline found = of(Results.of(Results.HOT, Results.pass("a/1")));
        assertEquals(List.of("- r4-hot-cache a/1 fail why", "+ r4-hot-cache a/1 pass"), recorded.differencesTo(found));
    }

    @Test
    void anotherReasonIsADifference() {
        Baseline recorded = of(Results.of(Results.HOT, Results.fail("a/1", "why")));
        Baseline found = of(Results.of(Results.HOT, Results.fail("a/1", "because")));
        assertEquals(2, recorded.differencesTo(found).size());
    }

    @Test
    void aTestThatVanishedIsADifference() {
        Baseline recorded = of(Results.of(Results.HOT, Results.pass("a/1"), Results.pass("a/2")));
        Baseline found = of(Results.of(Results.HOT, Results.pass("a/1")));
        assertEquals(List.of("- r4-hot-cache a/2 pass", "+ r4-hot-cache a/2 absent"), recorded.differencesTo(found));
    }

    @Test
    void passesThatWereNotRunAreNoDifference() {
        Baseline recorded =
                of(Results.of(Results.HOT, Results.pass("a/1")), Results.of(Results.PLAIN, Results.pass("a/1")));
        assertEquals(List.of(), recorded.differencesTo(of(Results.of(Results.HOT, Results.pass("a/1")))));
    }

    @Test
    void aRunOfSomeTestsIsComparedInThoseOnlyAndToldOnlyWhatWasKnown() {
        Baseline recorded = of(Results.of(Results.HOT, Results.pass("a/1"), Results.pass("a/2")));
        Baseline found = of(Results.of(Results.HOT, Results.fail("a/1", "why"), Results.pass("a/3")));
        assertEquals(List.of("- r4-hot-cache a/1 pass", "+ r4-hot-cache a/1 fail why"), recorded.changesIn(found));
    }

    @Test
    void writingKeepsThePassesThatWereNotRun() {
        Baseline recorded =
                of(Results.of(Results.HOT, Results.pass("gone/1")), Results.of(Results.PLAIN, Results.pass("a/1")));
        Baseline found = of(Results.of(Results.HOT, Results.pass("a/1")));
        assertEquals(
                of(Results.of(Results.HOT, Results.pass("a/1")), Results.of(Results.PLAIN, Results.pass("a/1"))),
                recorded.updatedBy(found));
    }
}
