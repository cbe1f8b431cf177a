package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.fixator.app.ServingContent;
import org.fixator.http.RawClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would cost too much is refused with its limit, or answered, and others are answered all the while. */
class HostileCostTest extends ServingContent {
    private static final List<String> JSON = List.of("Content-Type: application/fhir+json");
    private static final String LOOKUP = "/fhir/CodeSystem/$lookup?system=http://www.ama-assn.org/go/cpt&code=20697";
    private static final String START = "{\"resourceType\":\"Parameters\",\"parameter\":[";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{1000}){1000}){1000}",
                "(((((a?){10}){10}){10}){10}){10}",
                "(x{1000}){1000}|y",
                "times 3000 (",
                "times 60 (",
                "times 5000 a"
            })
    void expressionsThatGrowTooLargeAreRefused(String expression) {
        String written = expression.startsWith("times ")
                ? expression
                        .substring(expression.lastIndexOf(' ') + 1)
                        .repeat(Integer.parseInt(expression.split(" ", -1)[1]))
                : expression;
        Answer answer = whileOthersAreAnswered(() -> expandRegex(written));
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.body()).contains("OperationOutcome", "limit");
    }

    @Test
    void expressionsThatBacktrackElsewhereAreAnswered() {
        assertThat(whileOthersAreAnswered(() -> expandRegex("(a+)+$")).status()).isEqualTo(200);
        assertThat(whileOthersAreAnswered(() -> expandRegex("(a|aa|a?){1,30}b")).status())
                .isEqualTo(200);
    }

    private Answer expandRegex(String expression) {
        String concepts = IntStream.range(0, 50)
                .mapToObj(i -> "{\"code\":\"" + "a".repeat(100 + i) + "\"}")
                .collect(Collectors.joining(","));
        return postRaw(
                "/fhir/ValueSet/$expand",
                START
                        + "{\"name\":\"tx-resource\",\"resource\":{\"resourceType\":\"CodeSystem\",\"url\":\"http://example.org/a\","
                        + "\"status\":\"active\",\"content\":\"complete\",\"concept\":[" + concepts + "]}},"
                        + "{\"name\":\"valueSet\",\"resource\":{\"resourceType\":\"ValueSet\",\"status\":\"active\",\"compose\":"
                        + "{\"include\":[{\"system\":\"http://example.org/a\",\"filter\":[{\"property\":\"code\",\"op\":\"regex\","
                        + "\"value\":\"" + expression + "\"}]}]}}}]}");
    }

    @Test
    void aValueSetOfHalfAMillionCodesIsTooCostlyAndAPageOfItIsNot() {
        String valueSet =
                "{\"name\":\"valueSet\",\"resource\":{\"resourceType\":\"ValueSet\",\"status\":\"active\",\"compose\":"
                        + "{\"include\":[{\"system\":\"http://example.org/nowhere\",\"concept\":["
                        + IntStream.range(0, 550_000)
                                .mapToObj(i -> "{\"code\":\"c" + i + "\"}")
                                .collect(Collectors.joining(","))
                        + "]}]}}}";
        Answer whole = whileOthersAreAnswered(() -> postRaw("/fhir/ValueSet/$expand", START + valueSet + "]}"));
        assertThat(whole.status()).as(whole.body()).isBetween(400, 499);
        assertThat(whole.body()).contains("OperationOutcome");
        Answer member = whileOthersAreAnswered(() -> postRaw(
                "/fhir/ValueSet/$validate-code",
                START
                        + "{\"name\":\"coding\",\"valueCoding\":{\"system\":\"http://example.org/nowhere\",\"code\":\"c7\"}},"
                        + valueSet + "]}"));
        assertThat(member.status()).as(member.body()).isBetween(200, 499);
    }

    @Test
    void bodiesThatAreTooLargeForAnyoneAreRefused() {
        String large = START + "{\"name\":\"code\",\"valueString\":\"" + "x".repeat(53 << 20) + "\"}]}";
        Answer answer = whileOthersAreAnswered(() -> postRaw("/fhir/CodeSystem/$lookup", large));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("OperationOutcome", String.valueOf(32 << 20));
    }

    @Test
    void bodiesThatUnpackToTooMuchAreRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"resourceType\":\"Parameters\",\"x\":\"".getBytes(StandardCharsets.UTF_8));
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                gzip.write(block);
            }
        }
        List<String> headers = List.of("Content-Type: application/fhir+json", "Content-Encoding: gzip");
        Answer answer = whileOthersAreAnswered(
                () -> new RawClient(port).send("POST", "/fhir/CodeSystem/$lookup", headers, packed.toByteArray()));
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void longChainsOfImportsAreAnsweredOrRefused() {
        for (int length : new int[] {50, 3000}) {
            String chain = IntStream.range(0, length)
                    .mapToObj(i ->
                            "{\"name\":\"tx-resource\",\"resource\":{\"resourceType\":\"ValueSet\",\"url\":\"http://example.org/chain/"
                                    + i + "\",\"status\":\"active\",\"compose\":{\"include\":["
                                    + (i == length - 1
                                            ? "{\"system\":\"urn:iso:std:iso:4217\",\"concept\":[{\"code\":\"EUR\"}]}"
                                            : "{\"valueSet\":[\"http://example.org/chain/" + (i + 1) + "\"]}")
                                    + "]}}}")
                    .collect(Collectors.joining(","));
            Answer answer = whileOthersAreAnswered(() -> postRaw(
                    "/fhir/ValueSet/$expand",
                    START + chain + ",{\"name\":\"url\",\"valueUri\":\"http://example.org/chain/0\"}]}"));
            assertThat(answer.status()).as(length + " " + answer.body()).isBetween(200, length < 100 ? 200 : 499);
        }
    }

    @Test
    void deepHierarchiesAreAnswered() {
        String concepts = IntStream.range(0, 20_000)
                .mapToObj(i -> "{\"code\":\"c" + i + "\""
                        + (i == 0 ? "" : ",\"property\":[{\"code\":\"parent\",\"valueCode\":\"c" + (i - 1) + "\"}]")
                        + "}")
                .collect(Collectors.joining(","));
        String system =
                "{\"name\":\"tx-resource\",\"resource\":{\"resourceType\":\"CodeSystem\",\"url\":\"http://example.org/deep\","
                        + "\"status\":\"active\",\"content\":\"complete\",\"property\":[{\"code\":\"parent\",\"type\":\"code\","
                        + "\"uri\":\"http://hl7.org/fhir/concept-properties#parent\"}],\"concept\":[" + concepts
                        + "]}}";
        Answer subsumed = whileOthersAreAnswered(() -> postRaw(
                "/fhir/CodeSystem/$subsumes",
                START + system + ",{\"name\":\"system\",\"valueUri\":\"http://example.org/deep\"},"
                        + "{\"name\":\"codeA\",\"valueCode\":\"c0\"},{\"name\":\"codeB\",\"valueCode\":\"c19999\"}]}"));
        assertThat(subsumed.status()).as(subsumed.body()).isEqualTo(200);
        assertThat(subsumed.body()).contains("\"subsumes\"");
        Answer tree = whileOthersAreAnswered(
                () -> postRaw(
                        "/fhir/ValueSet/$expand",
                        START + system
                                + ",{\"name\":\"count\",\"valueInteger\":9000},{\"name\":\"valueSet\",\"resource\":"
                                + "{\"resourceType\":\"ValueSet\",\"status\":\"active\",\"compose\":{\"include\":[{\"system\":\"http://example.org/deep\"}]}}}]}"));
        assertThat(tree.status())
                .as(tree.body().substring(0, Math.min(500, tree.body().length())))
                .isBetween(200, 499);
    }

    @Test
    void manyParametersAreReadOnce() {
        String many = IntStream.range(0, 50_000)
                .mapToObj(i -> "{\"name\":\"property\",\"valueCode\":\"p" + i + "\"}")
                .collect(Collectors.joining(","));
        Answer answer = whileOthersAreAnswered(() -> postRaw(
                "/fhir/CodeSystem/$lookup",
                START + many + ",{\"name\":\"system\",\"valueUri\":\"http://www.ama-assn.org/go/cpt\"},"
                        + "{\"name\":\"code\",\"valueCode\":\"20697\"}]}"));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void hugeCodesAreAnsweredQuickly() {
        Answer answer = whileOthersAreAnswered(() -> postRaw(
                "/fhir/CodeSystem/$validate-code",
                START
                        + "{\"name\":\"url\",\"valueUri\":\"http://hl7.org/fhir/sid/icd-10-cm\"},{\"name\":\"code\",\"valueCode\":\""
                        + "S".repeat(1 << 20) + "\"},{\"name\":\"display\",\"valueString\":\"" + "x ".repeat(1 << 19)
                        + "\"}]}"));
        assertThat(answer.status()).isBetween(200, 499);
    }

    @Test
    void manyCachesDoNotAddUp() {
        for (int i = 0; i < 1_200; i++) {
            Answer started = postRaw("/fhir/$cache-control?mode=start", START + "]}");
            assertThat(started.status()).isEqualTo(200);
        }
        whileOthersAreAnswered(() -> new RawClient(port).send("GET", LOOKUP, List.of(), null));
    }

    @Test
    void slowBodiesHoldNobodyUp() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                Socket socket = new Socket("localhost", port);
                OutputStream out = socket.getOutputStream();
                out.write(
                        ("POST /fhir/CodeSystem/$lookup HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/fhir+json\r\n"
                                        + "Content-Length: 1000\r\n\r\n{")
                                .getBytes(StandardCharsets.UTF_8));
                slow.add(socket);
            }
            for (int i = 0; i < 20; i++) {
                assertThat(new RawClient(port)
                                .send("GET", LOOKUP, List.of(), null)
                                .status())
                        .isEqualTo(200);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private Answer postRaw(String path, String body) {
        return new RawClient(port).send("POST", path, JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Asks something else again and again until the costly request has got its answer, at least once. */
    private Answer whileOthersAreAnswered(Supplier<Answer> costly) {
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(costly);
        int answered = 0;
        int beside = 0;
        do {
            assertThat(new RawClient(port).send("GET", LOOKUP, List.of(), null).status())
                    .as("request " + answered + " beside a costly one")
                    .isEqualTo(200);
            answered++;
            beside += answer.isDone() ? 0 : 1;
        } while (!answer.isDone());
        System.out.println(beside + " requests were answered beside a costly one");
        return answer.join();
    }
}
