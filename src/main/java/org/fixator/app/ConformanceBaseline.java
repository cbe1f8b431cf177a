package org.fixator.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The result of HL7's terminology tests that the sources of this build record: the file {@code baseline.txt} of the
 * conformance runner, packed into the jar. A build whose tests give anything else fails, so that what stands here is what
 * the jar does.
 *
 * @param suite version of the tests, null where nothing is recorded
 * @param dimensions the values of all dimensions in which tests were run: {@code r4}, {@code hot}, {@code cache}, …
 * @param failures number of tests that failed in some pass
 */
record ConformanceBaseline(@Nullable String suite, Set<String> dimensions, int failures) {
    private static final String FILE = "/conformance/baseline.txt";
    private static final String SUITE = "# suite-version ";
    private static final Set<String> WHOLE = Set.of("r4", "r5", "hot", "hapi", "cache", "nocache");

    ConformanceBaseline {
        dimensions = Set.copyOf(dimensions);
    }

    static ConformanceBaseline ofThisBuild() {
        try (InputStream in = ConformanceBaseline.class.getResourceAsStream(FILE)) {
            if (in == null) {
                return read(List.of());
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param lines {@code pass suite/test pass} or {@code pass suite/test fail reason}, and comments with {@code #} */
    static ConformanceBaseline read(List<String> lines) {
        String suite = null;
        Set<String> dimensions = new HashSet<>();
        int failures = 0;
        for (String line : lines) {
            if (line.startsWith(SUITE)) {
                suite = line.substring(SUITE.length());
            } else if (!line.startsWith("#")) {
                String[] words = line.split(" ", 4);
                dimensions.addAll(List.of(words[0].split("-", -1)));
                failures += words[2].equals("pass") ? 0 : 1;
            }
        }
        return new ConformanceBaseline(suite, dimensions, failures);
    }

    /** The version of the tests if every test that was run has passed, in passes that leave no dimension out; else null. */
    @Nullable
    String passedSuite() {
        return failures == 0 && dimensions.containsAll(WHOLE) ? suite : null;
    }
}
