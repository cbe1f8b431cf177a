package org.fixator.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tests that are run together in the given modes. Modes change what is expected as well as what is run, so suites that
 * need another mode than {@code general} are a selection of their own.
 */
public record Selection(String name, Set<String> modes, TestPattern tests) {

    /** Reads a file of lines {@code name | modes | tests}; empty lines and those starting with # mean nothing. */
    static List<Selection> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Selection::parse)
                .toList();
    }

    private static Selection parse(String line) {
        String[] cells = line.split("\\|", -1);
        if (cells.length != 3) {
            throw new IllegalArgumentException("Not 'name | modes | tests': " + line);
        }
        return new Selection(cells[0].strip(), modes(cells[1].strip()), TestPattern.parse(cells[2].strip()));
    }

    boolean holdsAny(Manifest manifest) {
        return manifest.tests().stream().anyMatch(tests::matches);
    }

    static Set<String> modes(String text) {
        return new LinkedHashSet<>(Arrays.asList(text.split(",", -1)));
    }
}
