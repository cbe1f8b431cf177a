package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.fixator.app.ServingContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchTest extends ServingContent {
    private static final String PATH = "ValueSet/patched";

    private HttpResponse<String> patch(String type, String body) throws IOException, InterruptedException {
        put(
                PATH,
                "{\"resourceType\":\"ValueSet\",\"id\":\"patched\",\"url\":\"http://example.org/patched\","
                        + "\"status\":\"draft\"}");
        HttpRequest request = HttpRequest.newBuilder(URI.create(base() + "/" + PATH))
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + token())
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json-patch+json|``",
                "application/json-patch+json|{}",
                "application/json-patch+json|[{}]",
                "application/json-patch+json|[{\"op\":\"fly\",\"path\":\"/status\"}]",
                "application/json-patch+json|[{\"op\":\"replace\",\"path\":\"/nothing/there\",\"value\":1}]",
                "application/fhir+json|``",
                "application/fhir+json|{\"resourceType\":\"Bundle\",\"type\":\"batch\"}",
                "application/fhir+json|{\"resourceType\":\"ValueSet\",\"status\":\"active\"}",
                "application/fhir+json|nonsense",
                "application/xml-patch+xml|``",
                "application/xml-patch+xml|<a",
                "application/xml-patch+xml|<diff><replace sel=\"nothing\">x</replace></diff>",
                "application/fhir+xml|<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"batch\"/></Bundle>",
            })
    void whatIsNoPatchIsRefusedAndChangesNothing(String type, String body) throws Exception {
        HttpResponse<String> answer = patch(type, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
        assertThat(answer.body()).contains("OperationOutcome");
        assertThat(get(PATH).path("status").asText()).isEqualTo("draft");
    }

    @Test
    void aJsonPatchChangesAResource() throws Exception {
        HttpResponse<String> answer = patch(
                "application/json-patch+json", "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"active\"}]");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(get(PATH).path("status").asText()).isEqualTo("active");
    }
}
