package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.fixator.app.ServingContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What would delete or overwrite more than was meant, or make the server fail. */
class DangerousRequestsTest extends ServingContent {
    private static final String JSON = "application/fhir+json";

    private HttpResponse<String> send(String method, String path, String type, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path))
                .header("Authorization", "Bearer " + token())
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private int stored(String type) {
        return get(type, "_summary", "count").path("total").asInt();
    }

    private static String valueSet(String id, String url) {
        return "{\"resourceType\":\"ValueSet\",\"id\":\"" + id + "\",\"url\":\"" + url + "\",\"status\":\"draft\"}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "?_count=1",
                "?_summary=true",
                "?_sort=url",
                "?url=",
                "?_id=,",
                "?url=%2C",
                "/",
                "/?_count=1",
                "?_elements=url&_total=accurate"
            })
    void aDeletionWithoutACriterionIsRefused(String query) throws Exception {
        int before = stored("ValueSet");
        assertThat(before).isPositive();
        assertThat(send("DELETE", "/ValueSet" + query, "", "").statusCode()).isEqualTo(400);
        for (String type : new String[] {"batch", "transaction"}) {
            String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"" + type
                    + "\",\"entry\":[{\"request\":{\"method\":\"DELETE\",\"url\":\"ValueSet" + query + "\"}}]}";
            HttpResponse<String> answer = send("POST", "", JSON, bundle);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("Bundle.entry[0].request");
        }
        assertThat(stored("ValueSet")).isEqualTo(before);
    }

    @Test
    void anEntrysOwnBaseDoesNotHideThatACriterionIsMissing() throws Exception {
        int before = stored("ValueSet");
        for (String url :
                new String[] {base() + "/ValueSet", "http://127.0.0.1/fhir/ValueSet?_count=1", "//ValueSet?"}) {
            String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"request\":"
                    + "{\"method\":\"DELETE\",\"url\":\"" + url + "\"}}]}";
            assertThat(send("POST", "", JSON, bundle).statusCode()).as(url).isEqualTo(400);
        }
        assertThat(stored("ValueSet")).isEqualTo(before);
    }

    @Test
    void aDeletionWithACriterionDeletesWhatItFinds() throws Exception {
        put("ValueSet/gone", valueSet("gone", "http://example.org/gone"));
        int before = stored("ValueSet");
        assertThat(send("DELETE", "/ValueSet?url=http://example.org/gone", "", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(stored("ValueSet")).isEqualTo(before - 1);
    }

    @Test
    void whoAsksForANewResourceOnlyGetsNoOther() throws Exception {
        String body = valueSet("fresh", "http://example.org/fresh");
        String[] onlyNew = {"If-None-Match", "*"};
        assertThat(send("PUT", "/ValueSet/fresh", JSON, body, onlyNew).statusCode())
                .isEqualTo(201);
        String other = body.replace("draft", "active");
        assertThat(send("PUT", "/ValueSet/fresh", JSON, other, onlyNew).statusCode())
                .isEqualTo(412);
        assertThat(get("ValueSet/fresh").path("status").asText()).isEqualTo("draft");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PUT|/CodeSystem/x|application/x-www-form-urlencoded|a=%zz",
                "PATCH|/r5/CodeSystem/x|application/x-www-form-urlencoded|a=%zz",
                "POST||``|``",
                "POST|/r4b|``|``",
                "POST||application/fhir+json|{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{}]}",
                "POST||application/fhir+json|{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"resource\":{\"resourceType\":\"ValueSet\",\"status\":\"draft\"}}]}",
                "POST||application/fhir+json|{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":{\"resourceType\":\"ValueSet\",\"status\":\"draft\"},\"request\":{\"method\":\"PUT\",\"url\":\"ValueSet/x\",\"ifMatch\":\"junk\"}}]}",
                "PATCH|/CodeSystem|application/json-patch+json|[]",
                "POST|/r5/ConceptMap|``|``",
                "POST|/r5/ConceptMap|application/fhir+json|{\"resourceType\":\"Parameters\"}",
                "POST|/r5/ValueSet|application/fhir+json|{\"resourceType\":\"Binary\",\"contentType\":\"text/plain\"}",
                "POST|/r5|application/fhir+json|{\"resourceType\":\"Binary\",\"contentType\":\"text/plain\",\"data\":\"!!!\"}",
                "POST|/ValueSet/_search|application/json|{\"a\":1}",
                "POST|/ValueSet/_search|application/x-www-form-urlencoded|url=%",
                "GET|/ValueSet?url:foo=a|``|``",
                "GET|/ValueSet?name:foo=a|``|``",
                "GET|/CodeSystem/$lookup?system=http://www.ama-assn.org/go/cpt&code=%ff%fe|``|``",
                "GET|/CodeSystem/cpt/$validate-code?url=http://hl7.org/fhir/sid/icd-10-cm&code=20697|``|``",
            })
    void nonsenseIsTheClientsFault(String method, String path, String type, String body) throws Exception {
        HttpResponse<String> answer = send(method, path == null ? "" : path, type, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
        assertThat(answer.body()).contains("OperationOutcome");
    }

    @Test
    void headersThatNameNoVersionAreRefused() throws Exception {
        put("ValueSet/held", valueSet("held", "http://example.org/held"));
        String body = valueSet("held", "http://example.org/held");
        for (String match : new String[] {"garbage", "W/\"q\""}) {
            assertThat(send("PUT", "/ValueSet/held", JSON, body, "If-Match", match)
                            .statusCode())
                    .isEqualTo(412);
            assertThat(send("PUT", "/r5/ValueSet/held", JSON, body, "If-Match", match)
                            .statusCode())
                    .isEqualTo(412);
        }
        assertThat(send("GET", "/CodeSystem", "", "", "X-Retry-On-Version-Conflict", "retry; max-retries=abc")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatIsLongerThanTheIndexTakesIsRefusedAndTheOldStateStays() throws Exception {
        put("ValueSet/long", valueSet("long", "http://example.org/long"));
        HttpResponse<String> answer =
                send("PUT", "/ValueSet/long", JSON, valueSet("long", "http://example.org/" + "x".repeat(600)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("500");
        JsonNode kept = get("ValueSet/long");
        assertThat(kept.path("url").asText()).isEqualTo("http://example.org/long");
    }
}
