package org.fixator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotRunTest {
    @TempDir
    Path folder;

    private NotRun read(String... lines) throws IOException {
        Path file = folder.resolve("not-run.txt");
        Files.write(file, List.of(lines));
        return NotRun.read(file);
    }

    @Test
    void testsOfASuiteWithTheSameReasonAreCounted() throws IOException {
        NotRun notRun = read("# comment", "", "a/1 | licensed", "a/* | another's texts");
        assertEquals(
                Map.of("a (1)", "licensed", "a (2)", "another's texts"), notRun.explain(List.of("a/1", "a/2", "a/3")));
    }

    @Test
    void aTestWithoutAReasonIsRefused() throws IOException {
        NotRun notRun = read("a/* | licensed");
        assertThrows(IllegalStateException.class, () -> notRun.explain(List.of("b/1")));
    }
}
