package org.fixator.release;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Subsets of large terminologies in their publishers' layouts: {@code tx-source}, beside the folder of HL7's tests that the
 * environment variable {@code TX_TESTS} names. Without it a test that needs them is skipped, except on CI, where it fails.
 */
public final class TerminologySources {

    private static final String VARIABLE = "TX_TESTS";

    private TerminologySources() {}

    /** All files below a folder of the sources, in the order of their names. */
    public static List<ReleaseFile> open(String folder) {
        String tests = System.getenv(VARIABLE);
        boolean set = tests != null && !tests.isBlank();
        assertTrue(set || !"true".equals(System.getenv("CI")), VARIABLE + " must be set on CI");
        assumeTrue(set, VARIABLE + " is not set: nothing is read in the publishers' layouts");
        Path root = Path.of(tests).resolveSibling("tx-source").resolve(folder);
        assertTrue(Files.isDirectory(root), root + " is missing");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .<ReleaseFile>map(file -> new OnDisk(root.relativize(file).toString(), file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record OnDisk(String name, Path path) implements ReleaseFile {

        @Override
        public long size() {
            return -1;
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }
}
