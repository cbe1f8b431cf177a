package org.fixator.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fixator.app.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers, each a process of its own, on one PostgreSQL database: what is done to the one is answered by the other. */
class TwoServersIT {

    private static final Duration START = Duration.ofMinutes(15);
    private static final Duration HEARD = Duration.ofSeconds(30);
    private static final String PLACES =
            "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Server first;
    private static Server second;

    private record Server(Process process, Path data, int port) {

        static Server start(String database) throws IOException {
            Path data = Files.createTempDirectory("fixator-two-servers");
            int port;
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx1g",
                            "-cp",
                            classPath(),
                            Main.class.getName(),
                            "--server.port=" + port,
                            "--fixator.data=" + data,
                            "--fixator.database.url=" + database,
                            "--fixator.database.user=postgres",
                            "--fixator.database.password=postgres"))
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("log").toFile())
                    .start();
            return new Server(process, data, port);
        }

        /** Of whatever runs this test: Maven tells it by a property of its own. */
        private static String classPath() {
            if (Main.class.getClassLoader() instanceof URLClassLoader loader) {
                return Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator));
            }
            return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        }

        void awaitReady() throws Exception {
            Instant end = Instant.now().plus(START);
            while (status("/health/ready") != 200) {
                assertThat(process.isAlive())
                        .as(Files.readString(data.resolve("log")))
                        .isTrue();
                assertThat(Instant.now()).isBefore(end);
                Thread.sleep(200);
            }
        }

        private int status(String path) throws InterruptedException {
            try {
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build();
                return CLIENT.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
            } catch (IOException e) {
                return 0; // it does not listen yet
            }
        }

        JsonNode send(String method, String path, String body) {
            try {
                String token = Files.readString(data.resolve("admin-token")).strip();
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/fhir/" + path))
                        .header("Authorization", "Bearer " + token)
                        .header(
                                "Content-Type",
                                path.startsWith("$import") ? "application/octet-stream" : "application/fhir+json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
                return JSON.readTree(CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray())
                        .body());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        JsonNode get(String path) {
            return send("GET", path, "");
        }

        String display(String system, String code) {
            JsonNode answer = get(
                    "CodeSystem/$lookup?system=" + URLEncoder.encode(system, StandardCharsets.UTF_8) + "&code=" + code);
            for (JsonNode parameter : answer.path("parameter")) {
                if (parameter.path("name").asText().equals("display")) {
                    return parameter.path("valueString").asText();
                }
            }
            return "none";
        }
    }

    @BeforeAll
    static void start() throws Exception {
        String database = Postgres.newDatabase();
        first = Server.start(database);
        first.awaitReady();
        second = Server.start(database);
        second.awaitReady();
    }

    @AfterAll
    static void stop() {
        for (Server server : List.of(first, second)) {
            server.process().destroyForcibly();
        }
    }

    private static void heard(String expected, Supplier<String> question) throws InterruptedException {
        Instant end = Instant.now().plus(HEARD);
        String answer = question.get();
        while (!answer.equals(expected) && Instant.now().isBefore(end)) {
            Thread.sleep(100);
            answer = question.get();
        }
        assertThat(answer).isEqualTo(expected);
    }

    private static String letters(String display) {
        return "{\"resourceType\":\"CodeSystem\",\"id\":\"shared-letters\",\"url\":\"http://example.org/shared-letters\","
                + "\"status\":\"active\",\"content\":\"complete\",\"concept\":[{\"code\":\"A\",\"display\":\"" + display
                + "\"}]}";
    }

    @Test
    void aWriteAnUpdateAndADeletionAreHeard() throws Exception {
        String url = "http://example.org/shared-letters";
        first.send("PUT", "CodeSystem/shared-letters", letters("Alpha"));
        heard("Alpha", () -> second.display(url, "A"));
        second.send("PUT", "CodeSystem/shared-letters", letters("Aleph"));
        heard("Aleph", () -> first.display(url, "A"));
        first.send("DELETE", "CodeSystem/shared-letters", "");
        heard("none", () -> second.display(url, "A"));
    }

    @Test
    void aSearchShowsWhatTheOtherServerHasWritten() throws Exception {
        String url = "http://example.org/shared-set";
        first.send("PUT", "ValueSet/shared-set", titled(url, "One"));
        heard("One", () -> title(second.get("ValueSet?url=" + url)));
        heard("One", () -> title(second.get("ValueSet?url=" + url)));
        first.send("PUT", "ValueSet/shared-set", titled(url, "Two"));
        heard("Two", () -> title(second.get("ValueSet?url=" + url)));
    }

    private static String titled(String url, String title) {
        return "{\"resourceType\":\"ValueSet\",\"id\":\"shared-set\",\"url\":\"" + url + "\",\"title\":\"" + title
                + "\",\"status\":\"draft\"}";
    }

    private static String title(JsonNode bundle) {
        return bundle.path("entry").path(0).path("resource").path("title").asText();
    }

    @Test
    void aReleaseIsHeardFromItsImportToItsRemoval() throws Exception {
        String other = places("20990101", "Cabinet");
        first.send("POST", "$import-release?kind=pos&force=true&fileName=places.json", other);
        heard("Cabinet", () -> second.display(PLACES, "11"));
        assertThat(second.get("$releases").toString()).contains("pos-20990101");
        second.send("POST", "$retire?id=pos-20990101", "");
        heard("Office", () -> first.display(PLACES, "11"));
        first.send("POST", "$activate?id=pos-20990101", "");
        heard("Cabinet", () -> second.display(PLACES, "11"));
        first.send("POST", "$import-release?kind=pos&force=true&fileName=places.json", places("20990101", "Praxis"));
        heard("Praxis", () -> second.display(PLACES, "11"));
        second.send("POST", "$remove?id=pos-20990101", "");
        heard("Office", () -> first.display(PLACES, "11"));
        assertThat(first.get("$releases").toString()).doesNotContain("pos-20990101");
    }

    private static String places(String version, String office) {
        return "{\"resourceType\":\"CodeSystem\",\"id\":\"places\",\"url\":\"" + PLACES + "\",\"version\":\"" + version
                + "\",\"status\":\"active\",\"content\":\"complete\",\"caseSensitive\":true,\"concept\":[{\"code\":\"11\","
                + "\"display\":\"" + office + "\",\"definition\":\"Where\"},{\"code\":\"12\",\"display\":\"Home\","
                + "\"definition\":\"Where\"}]}";
    }
}
