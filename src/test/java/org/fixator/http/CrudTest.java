package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixator.app.RunningServer;
import org.junit.jupiter.api.Test;

/** Reading and writing resources over HTTP, with the answers that real clients rely on. */
class CrudTest extends RunningServer {
    private static String codeSystem(String id, String version) {
        return "{\"resourceType\":\"CodeSystem\",\"id\":\"" + id + "\",\"url\":\"http://example.org/" + id
                + "\",\"version\":\"" + version + "\",\"status\":\"active\",\"content\":\"complete\","
                + "\"concept\":[{\"code\":\"a\",\"display\":\"A\"}]}";
    }

    private static String valueSet(String url) {
        return "{\"resourceType\":\"ValueSet\",\"url\":\"" + url + "\",\"status\":\"active\"}";
    }

    @Test
    void createAnswersWithIdVersionAndLocation() {
        HttpResponse<String> created = write("POST", "/ValueSet", valueSet("http://example.org/vs-create"));
        assertThat(created.statusCode()).isEqualTo(201);
        String location = created.headers().firstValue("Location").orElseThrow();
        Matcher matcher = Pattern.compile("http://localhost:" + port + "/fhir/ValueSet/([^/]+)/_history/1")
                .matcher(location);
        assertThat(matcher.matches()).as(location).isTrue();
        assertThat(created.body()).contains("\"id\":\"" + matcher.group(1) + "\"", "\"versionId\":\"1\"");
        assertThat(get(location).statusCode()).isEqualTo(200);
    }

    @Test
    void putCreatesThenUpdatesAndOldVersionsStayReadable() {
        assertThat(write("PUT", "/CodeSystem/crud-put", codeSystem("crud-put", "1"))
                        .statusCode())
                .isEqualTo(201);
        HttpResponse<String> updated = write("PUT", "/CodeSystem/crud-put", codeSystem("crud-put", "2"));
        assertThat(updated.statusCode()).isEqualTo(200);
        assertThat(updated.headers().firstValue("ETag")).contains("W/\"2\"");
        assertThat(get("/CodeSystem/crud-put/_history/1").body()).contains("\"version\":\"1\"");
        assertThat(get("/CodeSystem/crud-put").body()).contains("\"version\":\"2\"");
        assertThat(get("/CodeSystem/crud-put/_history").body()).contains("\"total\":2");
    }

    @Test
    void unchangedPutMakesNoVersion() {
        write("PUT", "/CodeSystem/crud-same", codeSystem("crud-same", "1"));
        HttpResponse<String> same = write("PUT", "/CodeSystem/crud-same", codeSystem("crud-same", "1"));
        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(same.headers().firstValue("ETag")).contains("W/\"1\"");
    }

    @Test
    void readWithKnownETagIsNotModified() {
        write("PUT", "/CodeSystem/crud-etag", codeSystem("crud-etag", "1"));
        assertThat(get("/CodeSystem/crud-etag").headers().firstValue("ETag")).contains("W/\"1\"");
        assertThat(get("/CodeSystem/crud-etag", "If-None-Match", "W/\"1\"").statusCode())
                .isEqualTo(304);
        assertThat(get("/CodeSystem/crud-etag", "If-None-Match", "W/\"7\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void updateOfAnOutdatedVersionIsRefused() {
        write("PUT", "/CodeSystem/crud-match", codeSystem("crud-match", "1"));
        HttpResponse<String> refused =
                write("PUT", "/CodeSystem/crud-match", codeSystem("crud-match", "2"), "If-Match", "W/\"5\"");
        assertThat(refused.statusCode()).isIn(409, 412);
    }

    @Test
    void readAfterDeleteIsGoneAndOfTheUnknownNotFound() {
        write("PUT", "/CodeSystem/crud-gone", codeSystem("crud-gone", "1"));
        assertThat(write("DELETE", "/CodeSystem/crud-gone", null).statusCode()).isIn(200, 204);
        HttpResponse<String> gone = get("/CodeSystem/crud-gone");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("OperationOutcome");
        assertThat(get("/CodeSystem/crud-never").statusCode()).isEqualTo(404);
    }

    @Test
    void conditionalCreateHappensOnce() {
        String url = "http://example.org/vs-conditional";
        HttpResponse<String> first = write("POST", "/ValueSet", valueSet(url), "If-None-Exist", "url=" + url);
        HttpResponse<String> second = write("POST", "/ValueSet", valueSet(url), "If-None-Exist", "ValueSet?url=" + url);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(id(second)).isEqualTo(id(first));
    }

    @Test
    void conditionalUpdateFindsItsResource() {
        String url = "http://example.org/vs-conditional-update";
        HttpResponse<String> first = write("PUT", "/ValueSet?url=" + url, valueSet(url));
        assertThat(first.statusCode()).isEqualTo(201);
        HttpResponse<String> second =
                write("PUT", "/ValueSet?url=" + url, valueSet(url).replace("active", "retired"));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(id(second)).isEqualTo(id(first));
    }

    @Test
    void twoCodeSystemsMayShareAUrl() {
        write(
                "PUT",
                "/CodeSystem/crud-twin-1",
                codeSystem("crud-twin", "1").replace("\"id\":\"crud-twin\"", "\"id\":\"crud-twin-1\""));
        HttpResponse<String> second = write(
                "PUT",
                "/CodeSystem/crud-twin-2",
                codeSystem("crud-twin", "2").replace("\"id\":\"crud-twin\"", "\"id\":\"crud-twin-2\""));
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(get("/CodeSystem?url=http://example.org/crud-twin").body()).contains("\"total\":2");
        assertThat(get("/CodeSystem?url=http://example.org/crud-twin&version=2").body())
                .contains("\"total\":1", "crud-twin-2");
    }

    @Test
    void whatWouldBeLostIsRefused() {
        String lossy = codeSystem("crud-lossy", "1").replace("{\"code\"", "{\"colour\":\"red\",\"code\"");
        for (HttpResponse<String> refused : List.of(
                write("PUT", "/CodeSystem/crud-lossy", lossy),
                write("POST", "/CodeSystem", lossy),
                write("POST", "", bundle("transaction", List.of(entry("PUT", "CodeSystem/crud-lossy", lossy)))))) {
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("Unknown element 'colour'");
        }
        assertThat(post("/CodeSystem/$validate", lossy).body()).contains("colour");
    }

    @Test
    void valueSetsAreFoundByTheirUseContext() {
        write(
                "PUT",
                "/ValueSet/crud-context",
                "{\"resourceType\":\"ValueSet\",\"id\":\"crud-context\",\"status\":\"active\","
                        + "\"useContext\":[{\"code\":{\"system\":\"http://terminology.hl7.org/CodeSystem/usage-context-type\","
                        + "\"code\":\"focus\"},\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://www.ama-assn.org/go/cpt\","
                        + "\"code\":\"20697\"}]}}]}");
        assertThat(get("/ValueSet?context-type-value=focus$http://www.ama-assn.org/go/cpt%7C20697")
                        .body())
                .contains("\"total\":1", "crud-context");
    }

    @Test
    void nextLinkBearsTheHostAndBaseThatTheClientUsed() {
        for (int i = 0; i < 3; i++) {
            write(
                    "PUT",
                    "/ValueSet/crud-page-" + i,
                    valueSet("http://example.org/vs-page").replace("{", "{\"id\":\"crud-page-" + i + "\","));
        }
        String query = "/ValueSet?url=http://example.org/vs-page&_count=2";
        String next = next(get(query).body());
        assertThat(next).startsWith(base() + "/ValueSet?");
        assertThat(get(next).body()).contains("\"total\":3").doesNotContain("\"next\"");
        assertThat(next(get(root() + "/fhir/r4" + query).body())).startsWith(root() + "/fhir/r4/ValueSet?");
        assertThat(next(get(
                                query,
                                "X-Forwarded-Host",
                                "tx.example.org",
                                "X-Forwarded-Proto",
                                "https",
                                "X-Forwarded-Prefix",
                                "/terms")
                        .body()))
                .startsWith("https://tx.example.org/terms/fhir/ValueSet?");
    }

    @Test
    void searchByPostedForm() {
        write("PUT", "/CodeSystem/crud-form", codeSystem("crud-form", "1"));
        HttpResponse<String> found = send(
                "POST",
                "/CodeSystem/_search",
                "url=http%3A%2F%2Fexample.org%2Fcrud-form",
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).contains("\"total\":1");
    }

    @Test
    void transactionIsAllOrNothing() {
        String good = entry("PUT", "CodeSystem/crud-tx-1", codeSystem("crud-tx-1", "1"));
        String refused = entry("PUT", "CodeSystem/crud-tx-2", codeSystem("crud-tx-2", "refuse with 409"));
        HttpResponse<String> rolledBack = write("POST", "", bundle("transaction", List.of(good, refused)));
        assertThat(rolledBack.statusCode()).isEqualTo(409);
        assertThat(rolledBack.body()).contains("There is one already", "\"code\":\"duplicate\"");
        assertThat(get("/CodeSystem/crud-tx-1").statusCode()).isEqualTo(404);

        HttpResponse<String> done = write("POST", "/", bundle("transaction", List.of(good)));
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(get("/CodeSystem/crud-tx-1").statusCode()).isEqualTo(200);
    }

    @Test
    void batchEntriesFailOneByOne() {
        HttpResponse<String> batch = write(
                "POST",
                "",
                bundle(
                        "batch",
                        List.of(
                                entry("PUT", "CodeSystem/crud-b-1", codeSystem("crud-b-1", "1")),
                                entry("PUT", "CodeSystem/crud-b-2", codeSystem("crud-b-2", "refuse with 422")),
                                "{\"request\":{\"method\":\"GET\",\"url\":\"CodeSystem/crud-b-none\"}}")));
        assertThat(batch.statusCode()).isEqualTo(200);
        assertThat(batch.body())
                .contains("\"status\":\"201", "\"status\":\"422", "\"status\":\"404", "This must not be");
        assertThat(get("/CodeSystem/crud-b-2").statusCode()).isEqualTo(404);
    }

    private static String bundle(String type, List<String> entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[" + String.join(",", entries) + "]}";
    }

    private static String entry(String method, String url, String resource) {
        return "{\"request\":{\"method\":\"" + method + "\",\"url\":\"" + url + "\"},\"resource\":" + resource + "}";
    }

    private static String id(HttpResponse<String> response) {
        Matcher matcher = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(response.body());
        assertThat(matcher.find()).as(response.body()).isTrue();
        return matcher.group(1);
    }

    private static String next(String bundle) {
        Matcher matcher =
                Pattern.compile("\"relation\":\"next\",\"url\":\"([^\"]+)\"").matcher(bundle);
        assertThat(matcher.find()).as(bundle).isTrue();
        return matcher.group(1);
    }
}
