package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.fixator.app.ServingContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch of operations gets the same answer from the engine directly as it gets by way of HAPI. */
class BatchTest extends ServingContent {
    private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String CPT = "http://www.ama-assn.org/go/cpt";

    private static String asks(String url) {
        return "{\"request\":{\"method\":\"GET\",\"url\":\"" + url + "\"}}";
    }

    private static String sends(String url, String parameter) {
        return "{\"fullUrl\":\"urn:uuid:1\",\"resource\":{\"resourceType\":\"Parameters\",\"parameter\":[" + parameter
                + "]},\"request\":{\"method\":\"POST\",\"url\":\"" + url + "\"}}";
    }

    private static String batch(List<String> entries) {
        return "{\"resourceType\":\"Bundle\",\"id\":\"b\",\"type\":\"batch\",\"entry\":[" + String.join(",", entries)
                + "]}";
    }

    private List<String> entries(String base) {
        return List.of(
                asks("CodeSystem/$lookup?system=" + CPT + "&code=20697"),
                asks("/CodeSystem/$lookup?system=" + CPT + "&code=99999"),
                asks(base + "/CodeSystem/$validate-code?url=" + ICD + "&code=S82.251A&display=W%C3%BCrong"),
                asks("CodeSystem/$subsumes?system=" + ICD + "&codeA=S82.25&codeB=S82.251A"),
                asks("ValueSet/cpt-20697-modifiers/$expand?count=3&offset=1"),
                asks("ValueSet/$expand?url=http://example.org/none"),
                asks("CodeSystem/$lookup?system=%zz"),
                asks("$versions"),
                sends(
                        "ValueSet/cpt-20697-indications/$validate-code",
                        "{\"name\":\"coding\",\"valueCoding\":{\"system\":\"" + ICD + "\",\"code\":\"S82.251A\"}}"),
                sends(
                        "ConceptMap/$translate?targetsystem=" + ICD,
                        "{\"name\":\"system\",\"valueUri\":\"" + CPT
                                + "\"},{\"name\":\"code\",\"valueCode\":\"20697\"}"),
                sends("CodeSystem/$lookup", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "r4b", "r5"})
    void bothWaysAnswerTheSame(String endpoint) {
        String base = base() + (endpoint.isEmpty() ? "" : "/" + endpoint);
        String bundle = batch(entries(base));
        JsonNode direct = answer(endpoint, bundle);
        JsonNode byHapi = answer(endpoint + "?_pretty=true", bundle);
        ((ObjectNode) byHapi).remove("id");
        assertThat(direct.path("entry")).hasSize(11);
        assertThat(withoutTimes(direct)).isEqualTo(withoutTimes(byHapi));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "r5"})
    void aBatchThatAlsoReadsIsAnsweredInItsOrder(String endpoint) {
        JsonNode answer = answer(
                endpoint,
                batch(List.of(
                        asks("CodeSystem/$lookup?system=" + CPT + "&code=20697"),
                        asks("CodeSystem/none-such"),
                        asks("CodeSystem/$lookup?system=" + CPT + "&code=20696"))));
        assertThat(answer.path("entry").findValuesAsText("status")).hasSize(3);
        assertThat(answer.at("/entry/1/response/status").asText()).startsWith("404");
        assertThat(answer.at("/entry/2/resource").toString()).contains("20696");
    }

    @Test
    void aBatchThatReadsTheMetadataGetsTheStatementOfThisServer() {
        JsonNode answer = answer("", batch(List.of(asks("metadata"), asks("CodeSystem?_count=1"))));
        JsonNode statement = answer.at("/entry/0/resource");
        assertThat(statement.path("resourceType").asText()).isEqualTo("CapabilityStatement");
        assertThat(statement.at("/software/name").asText()).isEqualTo("Fixator");
        assertThat(statement).isEqualTo(get("metadata"));
    }

    private JsonNode answer(String path, String bundle) {
        return post(path, bundle);
    }

    private static JsonNode withoutTimes(JsonNode bundle) {
        for (JsonNode expansion : bundle.findValues("expansion")) {
            ((ObjectNode) expansion).remove(List.of("identifier", "timestamp"));
        }
        return bundle;
    }
}
