package org.fixator.conformance;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a run was asked for, from system properties. An empty property counts as absent, so that a build can hand all of
 * them on.
 *
 * @param project this project's folder, which holds the baseline and the selections
 * @param tests the folder of tests
 * @param jar the packaged server
 * @param url the root of a running server, instead of the jar
 * @param serverArguments more arguments for the server
 * @param modes modes that replace those of the selections, all tests being selected
 * @param externals a file with the server's own texts
 * @param output where logs, expected and actual answers are kept
 * @param write whether the baseline is written instead of checked
 * @param look whether to only look: no baseline, a summary of what fails
 * @param limit how many failures the summary tells in full
 */
public record Options(
        Path project,
        Path tests,
        @Nullable Path jar,
        @Nullable URI url,
        List<String> serverArguments,
        List<Pass> passes,
        @Nullable TestPattern filter,
        @Nullable String modes,
        @Nullable Path externals,
        Path output,
        boolean write,
        boolean look,
        int limit) {

    static Options from(UnaryOperator<@Nullable String> properties) {
        Properties given = new Properties(properties);
        Path project = Path.of(given.or("conformance.project", "."));
        return new Options(
                project,
                existing(given.required("tx.tests"), Manifest.FILE),
                given.path("fixator.jar"),
                root(given.get("tx.url")),
                words(given.or("fixator.args", "")),
                Pass.parse(given.or("tx.passes", "covering")),
                pattern(given.get("tx.filter")),
                given.get("tx.modes"),
                given.path("tx.externals"),
                absolute(given.or("conformance.output", project + "/target/runs")),
                given.isTrue("baseline.write"),
                given.isTrue("conformance.look"),
                Integer.parseInt(given.or("conformance.limit", "20")));
    }

    /** Whether all tests of all selections are run, so that the result can stand beside the baseline. */
    boolean whole() {
        return filter == null && modes == null;
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    private static Path existing(String folder, String file) {
        Path path = absolute(folder);
        if (Files.notExists(path.resolve(file))) {
            throw new IllegalArgumentException("tx.tests: no " + file + " in " + path);
        }
        return path;
    }

    /** The root of a server given by its root or by one of its bases. */
    private static @Nullable URI root(@Nullable String url) {
        return url == null ? null : URI.create(url.replaceFirst("/(?:fhir(?:/r[45])?/?)?$", ""));
    }

    private static @Nullable TestPattern pattern(@Nullable String text) {
        return text == null ? null : TestPattern.parse(text);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private record Properties(UnaryOperator<@Nullable String> source) {
        @Nullable
        String get(String name) {
            String value = source.apply(name);
            return value == null || value.isBlank() ? null : value;
        }

        String or(String name, String otherwise) {
            String value = get(name);
            return value == null ? otherwise : value;
        }

        String required(String name) {
            String value = get(name);
            if (value == null) {
                throw new IllegalArgumentException("Missing: -D" + name);
            }
            return value;
        }

        @Nullable
        Path path(String name) {
            String value = get(name);
            return value == null ? null : absolute(value);
        }

        boolean isTrue(String name) {
            return "true".equals(get(name));
        }
    }
}
