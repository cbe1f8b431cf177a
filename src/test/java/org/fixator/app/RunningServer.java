package org.fixator.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test against the real server. All of them share one server, which takes seconds to start: a test uses ids and urls of
 * its own and changes no settings.
 */
@SpringBootTest(
        classes = {ServerShell.class, FakeEngine.class, EmptyCatalog.class, FakeReleases.class},
        webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class RunningServer {
    protected static final String FHIR_JSON = "application/fhir+json";
    protected static final Path DATA = temporary();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    protected int port;

    @Autowired
    protected FakeEngine engine;

    @Autowired
    private StoreStart start;

    @BeforeEach
    void resetEngine() {
        start.await();
        engine.reset();
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("fixator.data", DATA::toString);
        registry.add("fixator.max-body", () -> "1MB");
        registry.add("fixator.page-size", () -> "20");
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("fixator-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected String root() {
        return "http://localhost:" + port;
    }

    protected String base() {
        return root() + "/fhir";
    }

    protected static String token() {
        try {
            return Files.readString(DATA.resolve("admin-token")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** With the token, as FHIR JSON. */
    protected HttpResponse<String> write(String method, String path, @Nullable String body, String... headers) {
        String[] all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + token();
        all[headers.length + 2] = "Content-Type";
        all[headers.length + 3] = FHIR_JSON;
        return send(method, path, body, all);
    }

    /** Without the token, as FHIR JSON. */
    protected HttpResponse<String> post(String path, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = FHIR_JSON;
        return send("POST", path, body, all);
    }

    /** {@code path} starts at the FHIR base, or is a whole url. */
    protected HttpResponse<String> send(String method, String path, @Nullable String body, String... headers) {
        return exchange(method, path, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body), headers);
    }

    protected HttpResponse<String> exchange(String method, String path, BodyPublisher body, String... headers) {
        URI uri = URI.create(path.startsWith("http") ? path : base() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
