package org.fixator.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why tests are not run. Every test that no pass has run needs a line, so that none is left out by silence. */
public final class NotRun {
    private record Line(TestPattern tests, String why) {}

    private final List<Line> lines;

    private NotRun(List<Line> lines) {
        this.lines = lines;
    }

    /** Reads a file of lines {@code tests | reason}; the first that fits counts. */
    static NotRun read(Path file) throws IOException {
        return new NotRun(Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(NotRun::parse)
                .toList());
    }

    private static Line parse(String line) {
        int bar = line.indexOf('|');
        if (bar < 0) {
            throw new IllegalArgumentException("Not 'tests | reason': " + line);
        }
        return new Line(
                TestPattern.parse(line.substring(0, bar).strip()),
                line.substring(bar + 1).strip());
    }

    /** The tests without a result, gathered by suite and reason, in the order of the list of tests. */
    Map<String, String> explain(List<String> tests) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String test : tests) {
            String suite = test.substring(0, test.indexOf('/'));
            String why = why(test);
            counts.merge(suite + "\n" + why, 1, Integer::sum);
        }
        counts.forEach((key, count) -> {
            int end = key.indexOf('\n');
            reasons.put(name(key.substring(0, end), count, reasons), key.substring(end + 1));
        });
        return reasons;
    }

    private static String name(String suite, int count, Map<String, String> taken) {
        String name = suite + " (" + count + ")";
        for (int i = 2; taken.containsKey(name); i++) {
            name = suite + " (" + count + ", " + i + ")";
        }
        return name;
    }

    private String why(String test) {
        return lines.stream()
                .filter(line -> line.tests().matches(test))
                .map(Line::why)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(test + " was not run and not-run.txt does not say why"));
    }
}
