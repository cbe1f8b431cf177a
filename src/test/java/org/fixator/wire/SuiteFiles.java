package org.fixator.wire;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of HL7's terminology ecosystem suite, in the folder that the environment names. */
final class SuiteFiles {

    private SuiteFiles() {}

    static Path root() {
        String folder = System.getenv("TX_TESTS");
        assumeTrue(folder != null, "TX_TESTS names no folder with HL7's terminology ecosystem suite");
        return Path.of(folder);
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode json(Path file) {
        return Json.parse(bytes(file));
    }

    /** The JSON files of set-up: resources, neither requests nor responses. */
    static List<Path> resources() {
        Path root = root();
        List<String> answers = new ArrayList<>();
        for (JsonNode test : tests()) {
            test.properties().forEach(member -> {
                if (member.getKey().startsWith("response")) {
                    answers.add(member.getValue().asText());
                }
            });
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !answers.contains(root.relativize(file).toString()))
                    .filter(file -> !file.getFileName().toString().matches(".*(response|valueset-precise|outcome).*"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All tests, each with its suite's mode. */
    static List<JsonNode> tests() {
        List<JsonNode> tests = new ArrayList<>();
        for (JsonNode suite : json(root().resolve("test-cases.json")).path("suites")) {
            for (JsonNode test : suite.path("tests")) {
                ObjectNode copy = test.deepCopy();
                copy.put("suite", suite.path("name").asText());
                if (!copy.has("mode")) {
                    copy.put("mode", suite.path("mode").asText("general"));
                }
                tests.add(copy);
            }
        }
        return tests;
    }
}
