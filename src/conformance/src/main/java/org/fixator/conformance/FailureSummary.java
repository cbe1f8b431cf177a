package org.fixator.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.utilities.json.parser.JsonParser;

/** Tells a developer what failed, why, and where to look: expected and actual answer, and the request to send again. */
public final class FailureSummary {
    private final Path tests;
    private final Reason reason;
    private final int limit;
    private final PrintStream out;

    FailureSummary(Path tests, Reason reason, int limit, PrintStream out) {
        this.tests = tests;
        this.reason = reason;
        this.limit = limit;
        this.out = out;
    }

    void print(PassResult result, URI root) throws IOException {
        List<TestOutcome> failures = result.failures();
        Manifest manifest = Manifest.read(tests);
        Map<String, TestRequest> requests = requests(manifest, result);
        for (TestOutcome failure : failures.subList(0, Math.min(limit, failures.size()))) {
            out.println();
            out.println("FAIL " + result.pass() + " " + failure.test());
            out.println("  " + reason.of(failure.failure()));
            printFiles(result.output(), failure.test());
            TestRequest request = requests.get(failure.test());
            if (request != null && request.path() != null) {
                Path file = result.output().resolve("request").resolve(failure.test() + ".json");
                request.write(result.pass().base(), file);
                out.println("  " + request.curl(result.pass().base().on(root), shown(file)));
            }
        }
        if (failures.size() > limit) {
            out.println();
            out.println(
                    "and " + (failures.size() - limit) + " more in this pass; failures by suite: " + bySuite(failures));
        }
    }

    private static Map<String, Integer> bySuite(List<TestOutcome> failures) {
        Map<String, Integer> counts = new TreeMap<>();
        failures.forEach(failure -> counts.merge(failure.suite(), 1, Integer::sum));
        return counts;
    }

    private Map<String, TestRequest> requests(Manifest manifest, PassResult result) {
        TestFolder folder = new TestFolder(tests, manifest);
        Map<String, TestRequest> requests = new HashMap<>();
        for (JsonObject suite : manifest.suites()) {
            for (JsonObject test : suite.getJsonObjects("tests")) {
                requests.put(
                        Manifest.id(suite, test),
                        new TestRequest(folder, suite, test, result.selection().modes()));
            }
        }
        return requests;
    }

    private void printFiles(Path output, String test) throws IOException {
        for (Path expected : answers(output.resolve("expected").resolve(test))) {
            Path actual =
                    output.resolve("actual").resolve(output.resolve("expected").relativize(expected));
            printIssues(actual);
            out.println("  diff " + shown(expected) + " " + shown(actual));
        }
    }

    /** What an answer that is an error says: the runner itself tells only that the status is wrong. */
    private void printIssues(Path actual) throws IOException {
        JsonObject answer = JsonParser.parseObject(Files.readAllBytes(actual));
        if ("OperationOutcome".equals(answer.asString("resourceType"))) {
            for (JsonObject issue : answer.getJsonObjects("issue")) {
                JsonObject details = issue.getJsonObject("details");
                String text = details == null ? null : details.asString("text");
                out.println("  " + issue.asString("severity") + " " + issue.asString("code") + ": " + reason.of(text));
            }
        }
    }

    /** The test's expected answer, whose name may have a mode in it: {@code name.json} or {@code name.flat.json}. */
    private static List<Path> answers(Path test) throws IOException {
        Path folder = test.toAbsolutePath().getParent();
        if (Files.notExists(folder)) {
            return List.of();
        }
        String name = test.getFileName().toString();
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().equals(name + ".json")
                            || file.getFileName().toString().matches("\\Q" + name + "\\E\\.[^.]+\\.json"))
                    .toList();
        }
    }

    private static Path shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }
}
