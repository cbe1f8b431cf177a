package org.fixator.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One call that the README shows: a folder in {@code src/docs/calls}, whose README.md says what the files mean.
 *
 * @param path what follows the FHIR base
 * @param body the body of a POST, empty for a GET
 * @param show what the README shows of the answer, as arguments of jq
 */
record ReadmeCall(String name, String method, String path, String body, JsonNode expected, String show) {
    static final Path FOLDER = Path.of("src", "docs", "calls");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All of them, in the order of their names. */
    static List<ReadmeCall> all() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(ReadmeCall::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReadmeCall read(Path folder) {
        try {
            String request = Files.readString(folder.resolve("request")).stripTrailing();
            String[] headAndBody = request.split("\n\n", 2);
            String[] methodAndPath = headAndBody[0].split(" ", 2);
            return new ReadmeCall(
                    folder.getFileName().toString(),
                    methodAndPath[0],
                    methodAndPath[1],
                    headAndBody.length < 2 ? "" : headAndBody[1],
                    JSON.readTree(folder.resolve("expect.json").toFile()),
                    Files.readString(folder.resolve("show")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    /** The line of shell that makes the call at the default address and shows a part of the answer. */
    String curl() {
        String data = body.isEmpty() ? "" : " -H 'Content-Type: application/fhir+json' -d '" + body + "'";
        return "curl -s 'http://localhost:8080/fhir" + path + "'" + data + " | jq " + show;
    }

    /** Makes the call and says how the answer differs from what is expected: empty if it does not. */
    List<String> differences(URI base) {
        HttpResponse<String> answer = send(base);
        List<String> found = new ArrayList<>();
        int status = expected.path("status").asInt();
        if (answer.statusCode() != status) {
            found.add("status is " + answer.statusCode() + " and not " + status);
        }
        JsonNode json = json(answer.body());
        found.addAll(new Fragment(expected.path("contains")).differences(json));
        for (JsonNode fragment : expected.path("lacks")) {
            if (new Fragment(fragment).isIn(json)) {
                found.add("has " + fragment);
            }
        }
        return found;
    }

    private HttpResponse<String> send(URI base) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (method.equals("POST")) {
            request.header("Content-Type", "application/fhir+json").POST(BodyPublishers.ofString(body));
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + body, e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
