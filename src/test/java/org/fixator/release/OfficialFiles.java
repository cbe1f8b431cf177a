package org.fixator.release;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Official files from the folder that the environment variable {@code FIXATOR_RELEASES} names. Without it a test that needs
 * them is skipped, except on CI, where it fails.
 */
public final class OfficialFiles {

    private static final String VARIABLE = "FIXATOR_RELEASES";

    private OfficialFiles() {}

    /** @param paths below the folder */
    public static List<ReleaseFile> open(String... paths) {
        String folder = System.getenv(VARIABLE);
        boolean set = folder != null && !folder.isBlank();
        assertTrue(set || !"true".equals(System.getenv("CI")), VARIABLE + " must be set on CI");
        assumeTrue(set, VARIABLE + " is not set: nothing is read from the official releases");
        List<Path> files =
                Arrays.stream(paths).map(path -> Path.of(folder).resolve(path)).toList();
        files.forEach(file -> assertTrue(Files.exists(file), file + " is missing"));
        return ReleaseFiles.open(files, PackageLimits.DEFAULT);
    }
}
