package org.fixator.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.fixator.app.FixatorApplication;
import org.fixator.app.StoreStart;
import org.fixator.catalog.Provenance;
import org.fixator.catalog.StoredRelease;
import org.fixator.codesystem.CodeSystemBuilder;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.coding.Canonical;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseIdentity;
import org.fixator.store.release.StoredReleases;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole server on PostgreSQL: what one start stores, the next serves, also from another machine. */
class PostgresIT {

    private static final String URL = "http://example.org/fhir/CodeSystem/on-postgres";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void whatOneServerStoresAnotherServes() throws Exception {
        String database = Postgres.newDatabase();
        try (ConfigurableApplicationContext first = start(database)) {
            first.getBean(StoredReleases.class).goLive(content(), provenance(), false);
            put(
                    first,
                    "{\"resourceType\":\"ValueSet\",\"id\":\"pg\",\"status\":\"active\",\"url\":"
                            + "\"http://example.org/vs/pg\",\"compose\":{\"include\":[{\"system\":\"" + URL + "\"}]}}");
            assertThat(get(first, "/CodeSystem/$lookup?system=" + URL + "&code=B")
                            .toString())
                    .contains("Display of B");
        }
        try (ConfigurableApplicationContext second = start(database)) {
            assertThat(second.getBean(StoredReleases.class).list())
                    .extracting(StoredRelease::id)
                    .containsExactly("invented-1");
            assertThat(get(second, "/CodeSystem/$lookup?system=" + URL + "&code=B")
                            .toString())
                    .contains("Display of B");
            assertThat(get(second, "/ValueSet/$expand?url=http://example.org/vs/pg")
                            .path("expansion")
                            .path("contains"))
                    .hasSize(2);
            assertThat(get(second, "/CodeSystem?url=" + URL).path("total").asInt())
                    .isEqualTo(1);
            second.getBean(StoredReleases.class).remove("invented-1");
            assertThat(get(second, "/CodeSystem/$lookup?system=" + URL + "&code=B")
                            .path("resourceType")
                            .asText())
                    .isEqualTo("OperationOutcome");
        }
    }

    private static ConfigurableApplicationContext start(String database) throws IOException {
        ConfigurableApplicationContext server = SpringApplication.run(
                FixatorApplication.class,
                "--server.port=0",
                "--fixator.data=" + Files.createTempDirectory("fixator-postgres"),
                "--fixator.database.url=" + database,
                "--fixator.database.user=postgres",
                "--fixator.database.password=postgres");
        server.getBean(StoreStart.class).await();
        return server;
    }

    private static ReleaseContent content() {
        CodeSystemBuilder builder = new CodeSystemBuilder();
        builder.describe(CodeSystemDescription.of(new Canonical(URL, "1")));
        builder.add("A", "Display of A");
        builder.add("B", "Display of B");
        ReleaseIdentity identity =
                new ReleaseIdentity("invented", URL, "1", "Invented", null, null, "public domain", null);
        return new ReleaseContent(identity, List.of(builder.build()), List.of(), List.of(), List.of());
    }

    private static Provenance provenance() {
        return new Provenance(List.of(), "job", Instant.EPOCH);
    }

    private static String base(ConfigurableApplicationContext server) {
        return "http://localhost:"
                + ((ServletWebServerApplicationContext) server).getWebServer().getPort() + "/fhir";
    }

    private static JsonNode get(ConfigurableApplicationContext server, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base(server) + path)).build();
        return new ObjectMapper()
                .readTree(CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray())
                        .body());
    }

    private static void put(ConfigurableApplicationContext server, String json) throws Exception {
        String data = String.valueOf(server.getEnvironment().getProperty("fixator.data"));
        String token = Files.readString(Path.of(data, "admin-token")).strip();
        HttpRequest request = HttpRequest.newBuilder(URI.create(base(server) + "/ValueSet/pg"))
                .header("Content-Type", "application/fhir+json")
                .header("Authorization", "Bearer " + token)
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build();
        assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(201);
    }
}
