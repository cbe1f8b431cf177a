package org.fixator.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A server of which HAPI never comes up: what it answers is what it answers for the first seconds of every start. */
class EarlyStartTest extends ServingContent {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private DataSource database;

    @Configuration(proxyBeanMethods = false)
    static class NothingMoreComesUp {
        @Bean
        StartThreads startThreads() {
            return work -> {};
        }
    }

    private record Early(ConfigurableApplicationContext context) implements AutoCloseable {
        static Early start(Path data, String content) {
            return new Early(new SpringApplicationBuilder(FixatorApplication.class, NothingMoreComesUp.class)
                    .web(WebApplicationType.SERVLET)
                    .run(
                            "--spring.main.allow-bean-definition-overriding=true",
                            "--server.port=0",
                            "--fixator.data=" + data,
                            "--fixator.content=" + content));
        }

        URI uri(String path) {
            int port = ((WebServerApplicationContext) context).getWebServer().getPort();
            return URI.create("http://localhost:" + port + path);
        }

        HttpResponse<String> get(String path) {
            return send(uri(path));
        }

        @Override
        public void close() {
            context.close();
        }
    }

    private static HttpResponse<String> send(URI uri) {
        try {
            return CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An expansion of every value set of the content and a translation by every map. */
    private static List<String> questions() throws IOException {
        List<String> questions = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("fhir-resources"))) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.startsWith("ValueSet-")) {
                    questions.add("/fhir/ValueSet/$expand?url=" + url(file));
                } else if (name.startsWith("ConceptMap-")) {
                    questions.add("/fhir/ConceptMap/$translate?url=" + url(file)
                            + "&system=http://www.ama-assn.org/go/cpt&code=20697");
                }
            }
        }
        questions.add("/fhir/CodeSystem/$lookup?system=http://www.ama-assn.org/go/cpt&code=20697");
        questions.add("/fhir/CodeSystem/$lookup?system=http://hl7.org/fhir/sid/icd-10-cm&code=S82.241A");
        questions.add("/fhir/ValueSet/$expand?url=http://example.org/early");
        return questions;
    }

    private static String url(Path file) throws IOException {
        return URLEncoder.encode(JSON.readTree(file.toFile()).path("url").asText(), StandardCharsets.UTF_8);
    }

    private void answersLikeTheWholeServer(Early early) throws IOException {
        for (String question : questions()) {
            HttpResponse<String> whole = send(URI.create("http://localhost:" + port + question));
            HttpResponse<String> answer = early.get(question);
            assertThat(answer.statusCode()).as(question).isEqualTo(whole.statusCode());
            assertThat(withoutMoment(answer.body())).as(question).isEqualTo(withoutMoment(whole.body()));
        }
    }

    private static JsonNode withoutMoment(String json) throws IOException {
        JsonNode tree = JSON.readTree(json);
        if (tree.path("expansion") instanceof ObjectNode expansion) {
            expansion.remove(List.of("identifier", "timestamp"));
        }
        return tree;
    }

    @Test
    void answersFromTheConfiguredContentBeforeItIsStored(@TempDir Path data) throws IOException {
        try (Early early = Early.start(data, "bundled")) {
            String lookup = "/fhir/CodeSystem/$lookup?system=http://www.ama-assn.org/go/cpt&code=20697";
            assertThat(early.get(lookup).body())
                    .isEqualTo(send(URI.create("http://localhost:" + port + lookup))
                            .body());
        }
    }

    @Test
    void answersFromTheDatabaseAsTheWholeServerDoes(@TempDir Path data) throws IOException, SQLException {
        put(
                "ValueSet/early",
                "{\"resourceType\":\"ValueSet\",\"id\":\"early\",\"url\":\"http://example.org/early\","
                        + "\"status\":\"active\",\"compose\":{\"include\":[{\"system\":\"http://www.ama-assn.org/go/cpt\","
                        + "\"concept\":[{\"code\":\"20697\"}]}]}}");
        copyDatabase(data);
        try (Early early = Early.start(data, "")) {
            answersLikeTheWholeServer(early);
        }
    }

    private void copyDatabase(Path data) throws IOException, SQLException {
        Path zip = data.resolve("backup.zip");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("backup to '" + zip + "'");
        }
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                InputStream bytes = in;
                Files.copy(
                        bytes,
                        data.resolve(String.valueOf(Path.of(entry.getName()).getFileName())));
            }
        }
    }

    @Test
    void refusesAsTooEarlyWhatItCannotKnowYet(@TempDir Path data) {
        try (Early early = Early.start(data, "bundled")) {
            for (String path : List.of(
                    "/fhir/CodeSystem",
                    "/fhir/ValueSet/cpt-20697-indications",
                    "/fhir/r5/ValueSet",
                    "/fhir/CodeSystem/$lookup?system=http://hl7.org/fhir/administrative-gender&code=male",
                    "/fhir/ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/administrative-gender")) {
                HttpResponse<String> answer = early.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).as(path).isPresent();
                assertThat(answer.body()).as(path).contains("OperationOutcome", "transient");
            }
            assertThat(early.get("/health/ready").statusCode()).isEqualTo(503);
            assertThat(early.get("/health/ready").body())
                    .isEqualTo("{\"status\":\"STARTING\",\"terminology\":\"UP\",\"fhirDefinitions\":\"STARTING\","
                            + "\"store\":\"STARTING\"}");
        }
    }
}
