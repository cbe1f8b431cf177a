package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixator.app.ServingContent;
import org.fixator.http.RawClient.Answer;
import org.fixator.http.RequestTable.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Good and bad requests get the status that FHIR and the server's own rules demand; rows build on those before them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestTableTest extends ServingContent {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TIMES = Pattern.compile("\\{times:(\\d+):(\\S+?)}(?=\\{times|1\\{|}|$|&)");
    private static final Pattern SHORT = Pattern.compile("\\{([a-z0-9]+)}");
    private static final Pattern SHAPED = Pattern.compile("_(format|pretty|summary|elements)");

    private final Map<String, String> names = new HashMap<>(Map.of(
            "cpt", "http://www.ama-assn.org/go/cpt",
            "icd", "http://hl7.org/fhir/sid/icd-10-cm",
            "vs", "https://fixator.example.org/fhir/ValueSet/"));

    static List<Row> rows() {
        return RequestTable.read();
    }

    @Test
    void thereAreSeveralHundred() {
        assertThat(rows()).hasSizeGreaterThan(300);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theAnswerIsAsItMustBe(Row row) throws JsonProcessingException {
        names.putIfAbsent("token", token());
        String path = path(row);
        Answer answer = send(row, path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(row.status());
        if (answer.status() >= 400 && !row.method().equals("HEAD")) {
            checkOutcome(answer.body());
        }
        assertThat(answer.body()).doesNotContain("Exception", "HAPI-");
        for (String text : row.all("says")) {
            assertThat(answer.body()).contains(full(text));
        }
        for (String text : row.all("not")) {
            assertThat(answer.body()).doesNotContain(full(text));
        }
        for (String text : row.all("at")) {
            String[] place = full(text).split(" = ", 2);
            assertThat(JSON.readTree(answer.body()).at(place[0])).isEqualTo(JSON.readTree(place[1]));
        }
        for (String text : row.all("sends")) {
            String[] header = full(text).split(": ", 2);
            assertThat(answer.has(header[0], header[1]))
                    .as(answer.headers().toString())
                    .isTrue();
        }
        for (String text : row.all("keep")) {
            String[] place = text.split(" ", 2);
            names.put(place[0], JSON.readTree(answer.body()).at(place[1]).asText());
        }
        if (isAskedBothWays(row, path)) {
            Answer other = send(row, path + (path.contains("?") ? "&" : "?") + "_pretty=true");
            assertThat(other.status()).as(other.body()).isEqualTo(row.status());
            assertThat(tree(other.body())).isEqualTo(tree(answer.body()));
        }
    }

    private static void checkOutcome(String body) throws JsonProcessingException {
        if (body.startsWith("<")) {
            assertThat(body).startsWith("<OperationOutcome").containsPattern("(text|diagnostics) value=\"[^\"]{8}");
            return;
        }
        JsonNode outcome = JSON.readTree(body);
        assertThat(outcome.path("resourceType").asText()).isEqualTo("OperationOutcome");
        JsonNode issue = outcome.path("issue").path(0);
        assertThat(issue.path("severity").asText()).isIn("error", "fatal");
        assertThat(issue.path("details").path("text").asText()
                        + issue.path("diagnostics").asText())
                .hasSizeGreaterThan(8);
    }

    /** Plain JSON is answered by the hot path, and indented JSON by HAPI. */
    private static boolean isAskedBothWays(Row row, String path) {
        boolean asks = row.method().equals("GET") || row.method().equals("POST");
        boolean plain = row.all("with").stream()
                .map(header -> header.toLowerCase(Locale.ROOT))
                .noneMatch(header -> header.startsWith("accept:") || header.contains("xml"));
        return asks
                && plain
                && row.path().contains("$")
                && !row.path().contains("$cache-control")
                && path.length() < 5000
                && !SHAPED.matcher(row.path()).find();
    }

    /** Without what differs from one expansion to the next. */
    private static JsonNode tree(String body) throws JsonProcessingException {
        JsonNode tree = JSON.readTree(body);
        if (tree.path("expansion") instanceof ObjectNode expansion) {
            expansion.remove(List.of("identifier", "timestamp"));
        }
        if (tree instanceof ObjectNode map && tree.path("resourceType").asText().equals("ConceptMap")) {
            map.remove("date");
        }
        return tree;
    }

    private Answer send(Row row, String path) {
        List<String> headers =
                new ArrayList<>(row.all("with").stream().map(this::full).toList());
        String body = body(row);
        boolean typed = headers.stream()
                .anyMatch(header -> header.toLowerCase(Locale.ROOT).startsWith("content-type:"));
        if (body != null && !typed) {
            headers.add("Content-Type: application/fhir+json");
        }
        return new RawClient(port)
                .send(row.method(), path, headers, body == null ? null : body.getBytes(StandardCharsets.UTF_8));
    }

    private String path(Row row) {
        return row.path().startsWith("^") ? full(row.path().substring(1)) : "/fhir" + full(row.path());
    }

    private @Nullable String body(Row row) {
        List<String> parameters = new ArrayList<>();
        for (String text : row.all("param")) {
            String[] parts = full(text).split(" ", 3);
            parameters.add("{\"name\":\"" + parts[0] + "\",\"" + parts[1] + "\":" + parts[2] + "}");
        }
        if (!parameters.isEmpty()) {
            return "{\"resourceType\":\"Parameters\",\"parameter\":[" + String.join(",", parameters) + "]}";
        }
        List<String> lines = row.all("body");
        return lines.isEmpty() ? null : full(String.join("", lines));
    }

    private String full(String text) {
        String repeated = TIMES.matcher(text)
                .replaceAll(times -> Matcher.quoteReplacement(times.group(2).repeat(Integer.parseInt(times.group(1)))));
        return SHORT.matcher(repeated)
                .replaceAll(name -> Matcher.quoteReplacement(names.getOrDefault(name.group(1), name.group())));
    }
}
