package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.fixator.app.ServingContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many calls in one body, each answered in its line. */
class LinesTest extends ServingContent {
    private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private HttpResponse<String> send(String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base() + path)).POST(body);
        request.header("Content-Type", "application/fhir+ndjson");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private List<JsonNode> answers(String path, String... lines) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(path, BodyPublishers.ofString(String.join("\n", lines)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/fhir+ndjson");
        return trees(answer.body());
    }

    private static List<JsonNode> trees(String body) throws JsonProcessingException {
        List<JsonNode> trees = new ArrayList<>();
        for (String line : body.split("\n", -1)) {
            if (!line.isEmpty()) {
                trees.add(JSON.readTree(line));
            }
        }
        return trees;
    }

    private static String line(String... namesAndCodes) {
        StringBuilder parameters = new StringBuilder();
        for (int i = 0; i < namesAndCodes.length; i += 2) {
            parameters.append(i == 0 ? "" : ",");
            parameters.append(
                    "{\"name\":\"%s\",\"valueCode\":\"%s\"}".formatted(namesAndCodes[i], namesAndCodes[i + 1]));
        }
        return "{\"resourceType\":\"Parameters\",\"parameter\":[" + parameters + "]}";
    }

    @ParameterizedTest
    @CsvSource({
        "/CodeSystem/$lookup, system, code",
        "/r5/CodeSystem/$lookup, system, code",
        "/CodeSystem/$validate-code, url, code",
        "/r5/CodeSystem/$validate-code, url, code",
        "/r4b/CodeSystem/$validate-code, url, code",
    })
    void eachLineIsAnsweredAsItWouldBeAlone(String path, String system, String code) throws Exception {
        List<JsonNode> answers = answers(
                path,
                line(system, ICD, code, "S82.251A"),
                line(system, "http://example.org/none", code, "a"),
                line(system, ICD, code, "S82.241A"));
        String inUrl = path.substring(1) + "?" + system + "=" + ICD + "&" + code + "=";
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0)).isEqualTo(get(inUrl + "S82.251A"));
        assertThat(answers.get(2)).isEqualTo(get(inUrl + "S82.241A"));
    }

    @Test
    void theOtherOperationsToo() throws Exception {
        assertThat(answers("/CodeSystem/$subsumes?system=" + ICD, line("codeA", "S82.25", "codeB", "S82.251A"))
                        .toString())
                .contains("subsumes");
        assertThat(answers(
                                "/ValueSet/cpt-20697-indications/$validate-code?system=" + ICD,
                                line("code", "S82.251A"),
                                line("code", "S82.241A"))
                        .toString())
                .containsSubsequence("\"valueBoolean\":true", "\"valueBoolean\":false");
        assertThat(answers(
                                "/ConceptMap/$translate?system=http://www.ama-assn.org/go/cpt&targetsystem=" + ICD,
                                line("code", "20697"))
                        .toString())
                .contains("S82.251A");
    }

    @Test
    void theUrlSaysWhatHoldsForEveryLineThatDoesNotSayOtherwise() throws Exception {
        List<JsonNode> answers = answers(
                "/CodeSystem/$validate-code?url=http://www.ama-assn.org/go/cpt",
                line("code", "20697"),
                line("system", ICD, "code", "S82.251A"));
        assertThat(value(answers.get(0), "result").asBoolean()).isTrue();
        assertThat(value(answers.get(1), "system").asText()).isEqualTo(ICD);
    }

    @Test
    void aBadLineIsToldInItsPlaceAndTheOthersAreAnswered() throws Exception {
        String long1 = line("code", "x".repeat(LinesFilter.MAX_LINE));
        String deep = "{\"resourceType\":\"Parameters\",\"x\":" + "[".repeat(500) + "]".repeat(500) + "}";
        List<JsonNode> answers = answers(
                "/CodeSystem/$validate-code?url=" + ICD,
                line("code", "S82.251A"),
                "nonsense",
                "",
                line("code", "S82.251A") + line("code", "S82.251A"),
                long1,
                deep,
                "[]",
                line("nothing", "S82.251A"),
                line("code", "S82.251A"));
        assertThat(answers).hasSize(8);
        for (int good : new int[] {0, 7}) {
            assertThat(value(answers.get(good), "result").asBoolean()).isTrue();
        }
        int[] numbers = {2, 4, 5, 6, 7, 8};
        for (int i = 0; i < numbers.length; i++) {
            JsonNode outcome = answers.get(i + 1);
            assertThat(outcome.path("resourceType").asText()).isEqualTo("OperationOutcome");
            assertThat(outcome.path("id").asText()).isEqualTo("line-" + numbers[i]);
            assertThat(outcome.at("/issue/0/details/text").asText()
                            + outcome.at("/issue/0/diagnostics").asText())
                    .startsWith("Line " + numbers[i] + ": ");
        }
        assertThat(answers.get(3).toString()).contains(Integer.toString(LinesFilter.MAX_LINE));
    }

    @Test
    void aBodyThatBreaksOffEndsWithAnOutcome() throws Exception {
        String good = line("code", "S82.251A") + "\n";
        try (Socket socket = new Socket("localhost", base().getPort())) {
            socket.setSoTimeout(20_000);
            String head = "POST /fhir/CodeSystem/$validate-code?url=" + ICD + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/fhir+ndjson\r\nContent-Length: 5000\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write((head + good + "{\"resourceType\"").getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).containsSubsequence("\"valueBoolean\":true", "OperationOutcome", "broke off");
        }
    }

    @Test
    void packedBodiesAreRead() throws Exception {
        String body = (line("code", "S82.251A") + "\n").repeat(1000);
        byte[] packed = gzip(body);
        HttpResponse<String> whole = send(
                "/CodeSystem/$validate-code?url=" + ICD,
                BodyPublishers.ofByteArray(packed),
                "Content-Encoding",
                "gzip");
        assertThat(trees(whole.body())).hasSize(1000);
        HttpResponse<String> cut = send(
                "/CodeSystem/$validate-code?url=" + ICD,
                BodyPublishers.ofByteArray(packed, 0, packed.length - 20),
                "Content-Encoding",
                "gzip");
        List<JsonNode> answers = trees(cut.body());
        assertThat(answers.get(answers.size() - 1).toString()).contains("OperationOutcome", "gzip", "line-");
        assertThat(send("/CodeSystem/$lookup", BodyPublishers.ofString("x"), "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("/CodeSystem/$lookup", BodyPublishers.ofString("x"), "Content-Encoding", "br")
                        .statusCode())
                .isEqualTo(415);
    }

    private static byte[] gzip(String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void whatIsWrongWithTheUrlIsSaidOnce() throws Exception {
        BodyPublisher body = BodyPublishers.ofString(line("code", "a") + "\n" + line("code", "b"));
        for (String query : List.of("?context=x", "?url=a&url=b", "?abstract=maybe", "?url=%zz")) {
            HttpResponse<String> refused = send("/ValueSet/$validate-code" + query.replace("%zz", "%25zz%25"), body);
            if (query.contains("%zz")) {
                assertThat(refused.statusCode()).isEqualTo(200);
            } else {
                assertThat(refused.statusCode()).as(query).isEqualTo(400);
                assertThat(JSON.readTree(refused.body()).path("resourceType").asText())
                        .isEqualTo("OperationOutcome");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ValueSet/$expand", "/CodeSystem", "", "/$versions", "/CodeSystem/$batch-validate-code"})
    void whatDoesNotTakeLinesSaysSo(String path) throws Exception {
        HttpResponse<String> refused = send(path, BodyPublishers.ofString(line("code", "a")));
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(refused.body()).contains("OperationOutcome", "ndjson");
    }

    @Test
    void anAnswerInAnotherFormatIsNotToBeHad() throws Exception {
        BodyPublisher body = BodyPublishers.ofString(line("code", "a"));
        String path = "/CodeSystem/$validate-code?url=" + ICD;
        assertThat(send(path, body, "Accept", "application/fhir+xml").statusCode())
                .isEqualTo(406);
        for (String accept : List.of("application/fhir+ndjson", "application/x-ndjson", "*/*")) {
            assertThat(send(path, body, "Accept", accept).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void linesAreAnsweredWhileTheBodyIsStillOpen() throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String head = "POST /fhir/CodeSystem/$validate-code?url=" + ICD + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/fhir+ndjson\r\nTransfer-Encoding: chunked\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.UTF_8));
            for (String code : List.of("S82.251A", "S82.241A", "S82.251A")) {
                out.write(chunk(line("code", code) + "\n"));
                assertThat(until(in, "\"resourceType\"")).contains(code);
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            assertThat(until(in, "0")).isEqualTo("0");
        }
    }

    private static byte[] chunk(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return (Integer.toHexString(bytes.length) + "\r\n" + text + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String until(BufferedReader in, String part) throws IOException {
        String line = in.readLine();
        while (line != null && !line.contains(part)) {
            line = in.readLine();
        }
        return String.valueOf(line);
    }
}
