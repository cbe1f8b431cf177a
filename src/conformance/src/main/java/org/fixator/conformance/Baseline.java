package org.fixator.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The recorded result of every test in every pass: {@code pass suite/test} to {@code pass} or {@code fail reason}. It is
 * committed, so that a change of behaviour shows in the diff of the commit that makes it.
 */
public record Baseline(String suiteVersion, SortedMap<String, String> results) {
    private static final String VERSION = "# suite-version ";

    static final Baseline NONE = new Baseline("none", new TreeMap<>());

    static Baseline of(String suiteVersion, Collection<PassResult> results, Reason reason) {
        SortedMap<String, String> lines = new TreeMap<>();
        for (PassResult result : results) {
            for (TestOutcome outcome : result.outcomes()) {
                String verdict = outcome.passed() ? "pass" : "fail " + reason.of(outcome.failure());
                lines.put(result.pass().name() + " " + outcome.test(), verdict);
            }
        }
        return new Baseline(suiteVersion, lines);
    }

    static Baseline read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return NONE;
        }
        String version = NONE.suiteVersion();
        SortedMap<String, String> lines = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(VERSION)) {
                version = line.substring(VERSION.length());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.split(" ", 3);
                lines.put(words[0] + " " + words[1], words[2]);
            }
        }
        return new Baseline(version, lines);
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# Written by the conformance runner (-Dbaseline.write=true): one line per pass and test.");
        lines.add(VERSION + suiteVersion);
        results.forEach((key, verdict) -> lines.add(key + " " + verdict));
        Files.write(file, lines);
    }

    /** This one with all lines of the other's passes replaced by the other's. */
    Baseline updatedBy(Baseline other) {
        SortedMap<String, String> lines = new TreeMap<>(results);
        Collection<String> passes = other.passes();
        lines.keySet().removeIf(key -> passes.contains(passOf(key)));
        lines.putAll(other.results);
        return new Baseline(other.suiteVersion, lines);
    }

    /** What differs in the passes that the other one holds: lines lost, come or changed, as a reader of a diff expects. */
    List<String> differencesTo(Baseline other) {
        Collection<String> passes = other.passes();
        SortedMap<String, String> mine = new TreeMap<>(results);
        mine.keySet().removeIf(key -> !passes.contains(passOf(key)));
        return differences(mine, other.results);
    }

    /** What changed among the tests that both hold: for a run of some tests. */
    List<String> changesIn(Baseline other) {
        SortedMap<String, String> mine = new TreeMap<>(results);
        mine.keySet().retainAll(other.results.keySet());
        SortedMap<String, String> theirs = new TreeMap<>(other.results);
        theirs.keySet().retainAll(mine.keySet());
        return differences(mine, theirs);
    }

    private static List<String> differences(Map<String, String> recorded, Map<String, String> found) {
        TreeSet<String> keys = new TreeSet<>(recorded.keySet());
        keys.addAll(found.keySet());
        List<String> differences = new ArrayList<>();
        for (String key : keys) {
            String was = recorded.getOrDefault(key, "absent");
            String is = found.getOrDefault(key, "absent");
            if (!was.equals(is)) {
                differences.add("- " + key + " " + was);
                differences.add("+ " + key + " " + is);
            }
        }
        return differences;
    }

    private Collection<String> passes() {
        Collection<String> passes = new TreeSet<>();
        for (String key : results.keySet()) {
            passes.add(passOf(key));
        }
        return passes;
    }

    private static String passOf(String key) {
        return key.substring(0, key.indexOf(' '));
    }
}
