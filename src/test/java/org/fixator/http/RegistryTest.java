package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.fixator.app.ServingContent;
import org.junit.jupiter.api.Test;

/** Which server a client of HL7's ecosystem is sent to. */
class RegistryTest extends ServingContent {
    private static final String CPT = "url=http://www.ama-assn.org/go/cpt";

    private HttpResponse<String> ask(String query) {
        HttpRequest request = HttpRequest.newBuilder(base().resolve("/tx-reg/resolve" + query))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private JsonNode servers(String query) {
        HttpResponse<String> answer = ask(query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return new ObjectMapper().readTree(answer.body()).path("authoritative");
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theServerNamesItselfForWhatItHolds() {
        for (String release : new String[] {"R4", "4.0", "4.0.1"}) {
            JsonNode server = servers("?fhirVersion=" + release + "&" + CPT).get(0);
            assertThat(server.path("url").asText()).isEqualTo(base().toString());
            assertThat(server.path("fhirVersion").asText()).isEqualTo("4.0.1");
            assertThat(server.path("open").asBoolean()).isTrue();
        }
        assertThat(servers("?fhirVersion=R5&" + CPT).get(0).path("url").asText())
                .isEqualTo(base() + "/r5");
        assertThat(servers("?fhirVersion=R4&usage=validation&valueSet="
                        + "https://fixator.example.org/fhir/ValueSet/cpt-20697-modifiers"))
                .hasSize(1);
    }

    @Test
    void nobodyIsNamedForTheRest() {
        assertThat(servers("?fhirVersion=R4&url=http://snomed.info/sct")).isEmpty();
        assertThat(servers("?fhirVersion=R4&valueSet=urn:none")).isEmpty();
        assertThat(servers("?fhirVersion=R3&" + CPT)).isEmpty();
        assertThat(servers("?fhirVersion=R4&" + CPT + "%7C1999")).isEmpty();
    }

    @Test
    void aQuestionWithoutItsSubjectIsRefused() {
        assertThat(ask("?fhirVersion=R4").statusCode()).isEqualTo(400);
        assertThat(ask("?" + CPT).statusCode()).isEqualTo(400);
        assertThat(ask("?fhirVersion=R4&fhirVersion=R5&" + CPT).statusCode()).isEqualTo(400);
    }
}
