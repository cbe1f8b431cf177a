package org.fixator.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test against the whole server, fresh, with the bundled content. All of them share one server. */
@SpringBootTest(classes = FixatorApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class ServingContent {

    private static final Path DATA = temporary();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void freshStart(DynamicPropertyRegistry registry) {
        registry.add("fixator.data", DATA::toString);
    }

    @Autowired
    private StoreStart start;

    @BeforeEach
    void everyPartIsUp() {
        start.await();
    }

    protected URI base() {
        return URI.create("http://localhost:" + port + "/fhir");
    }

    protected static Path data() {
        return DATA;
    }

    protected static String token() {
        try {
            return Files.readString(DATA.resolve("admin-token")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A call by GET; names and values of the query in turn. */
    protected JsonNode get(String path, String... query) {
        StringBuilder url = new StringBuilder(base() + "/" + path);
        for (int i = 0; i < query.length; i += 2) {
            url.append(i == 0 ? '?' : '&').append(query[i]).append('=').append(encoded(query[i + 1]));
        }
        return send(HttpRequest.newBuilder(URI.create(url.toString())).build());
    }

    /** A call by GET that says which media types it takes. */
    protected JsonNode getAccepting(String accept, String pathAndQuery) {
        return send(HttpRequest.newBuilder(URI.create(base() + "/" + pathAndQuery))
                .header("Accept", accept)
                .build());
    }

    protected JsonNode post(String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(base() + "/" + path))
                .header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** With the token. */
    protected void put(String path, String json) {
        send(HttpRequest.newBuilder(URI.create(base() + "/" + path))
                .header("Content-Type", "application/fhir+json")
                .header("Authorization", "Bearer " + token())
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** The value of a parameter of an answer; missing where there is none. */
    protected static JsonNode value(JsonNode parameters, String name) {
        for (JsonNode parameter : parameters.path("parameter")) {
            if (parameter.path("name").asText().equals(name)) {
                for (var member : parameter.properties()) {
                    if (member.getKey().startsWith("value")) {
                        return member.getValue();
                    }
                }
            }
        }
        return JSON.missingNode();
    }

    private static JsonNode send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("fixator-content");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
