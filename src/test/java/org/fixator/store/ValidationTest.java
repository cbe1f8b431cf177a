package org.fixator.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.fixator.app.FakeEngine;
import org.fixator.app.RunningServer;
import org.junit.jupiter.api.Test;

/** HAPI's validator and its searches ask the engine. */
class ValidationTest extends RunningServer {
    private static String questionnaire(String id, String code, String profile) {
        String coding = "{\"system\":\"" + FakeEngine.SYSTEM + "\",\"code\":\"" + code + "\"}";
        return "{\"resourceType\":\"Questionnaire\",\"id\":\"" + id + "\",\"meta\":{\"profile\":[\"" + profile
                + "\"]},\"status\":\"active\",\"code\":[" + coding
                + "],\"item\":[{\"linkId\":\"1\",\"type\":\"string\",\"code\":["
                + coding + "]}]}";
    }

    @Test
    void bindingOfAProfileIsCheckedByTheEngine() {
        String profile = "http://example.org/warm-questionnaire";
        write(
                "PUT",
                "/StructureDefinition/warm",
                "{\"resourceType\":\"StructureDefinition\",\"id\":\"warm\",\"url\":\"" + profile
                        + "\",\"name\":\"Warm\",\"status\":\"active\",\"kind\":\"resource\",\"abstract\":false,"
                        + "\"type\":\"Questionnaire\",\"baseDefinition\":\"http://hl7.org/fhir/StructureDefinition/Questionnaire\","
                        + "\"derivation\":\"constraint\",\"differential\":{\"element\":[{\"id\":\"Questionnaire.code\","
                        + "\"path\":\"Questionnaire.code\",\"min\":1,\"binding\":{\"strength\":\"required\",\"valueSet\":\""
                        + FakeEngine.VALUE_SET + "\"}}]}}");
        HttpResponse<String> warm = post("/Questionnaire/$validate", questionnaire("q", "red", profile));
        assertThat(warm.statusCode()).isEqualTo(200);
        assertThat(warm.body()).doesNotContain("\"severity\":\"error\"");
        HttpResponse<String> cold = post("/Questionnaire/$validate", questionnaire("q", "blue", profile));
        assertThat(cold.body()).contains("\"severity\":\"error\"", "The engine says that blue is not warm");
        HttpResponse<String> unknown = post(
                "/Questionnaire/$validate",
                questionnaire("q", "mauve", "http://hl7.org/fhir/StructureDefinition/Questionnaire"));
        assertThat(unknown.body()).contains("The engine does not know the color mauve");
    }

    @Test
    void searchModifiersAskTheEngine() {
        assertThat(write(
                                "PUT",
                                "/Questionnaire/val-orange",
                                questionnaire("val-orange", "orange", "http://example.org/none"))
                        .statusCode())
                .isEqualTo(201);
        write("PUT", "/Questionnaire/val-blue", questionnaire("val-blue", "blue", "http://example.org/none"));
        assertThat(get("/Questionnaire?code:in=" + FakeEngine.VALUE_SET).body())
                .contains("val-orange")
                .doesNotContain("val-blue");
        assertThat(get("/Questionnaire?code:below=" + FakeEngine.SYSTEM + "%7Cred")
                        .body())
                .contains("val-orange")
                .doesNotContain("val-blue");
    }
}
