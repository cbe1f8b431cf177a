package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fixator.app.ServingContent;
import org.junit.jupiter.api.Test;

/** Searches by code are answered by the engine: the database has no rows for concepts. */
class CodeSearchTest extends ServingContent {
    private static final String CPT = "http://www.ama-assn.org/go/cpt";
    private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";

    private List<String> found(String type, String... query) {
        JsonNode bundle = get(type, query);
        List<String> ids = new ArrayList<>();
        bundle.path("entry")
                .forEach(entry -> ids.add(entry.path("resource").path("id").asText()));
        assertThat(bundle.path("total").asInt()).isEqualTo(ids.size());
        return ids;
    }

    @Test
    void codeSystemsAreFoundByACodeTheyDefine() {
        assertThat(found("CodeSystem", "code", CPT + "|20697")).containsExactly("cpt");
        assertThat(found("CodeSystem", "code", "20697")).contains("cpt", "source-cpt-20697");
        assertThat(found("CodeSystem", "code", "no-such-code")).isEmpty();
        assertThat(found("CodeSystem", "code", CPT + "|20697," + ICD + "|S82.251A"))
                .containsExactlyInAnyOrder("cpt", "icd-10-cm");
        assertThat(found("CodeSystem", "code", "20697", "url", ICD)).isEmpty();
    }

    @Test
    void valueSetsAreFoundByTheirMembersHoweverSelected() {
        assertThat(found("ValueSet", "code", ICD + "|S82.251A")).contains("cpt-20697-indications");
        assertThat(found("ValueSet", "code", ICD + "|S82.241A")).doesNotContain("cpt-20697-indications");
        // all of a system, selected by a property
        assertThat(found("ValueSet", "code", "https://fixator.example.org/fhir/CodeSystem/source-cpt-20697|LT"))
                .contains("source-cpt-20697-modifiers");
    }

    @Test
    void conceptMapsAreFoundByEitherSide() {
        assertThat(found("ConceptMap", "source-code", CPT + "|20697"))
                .containsExactlyInAnyOrder("cpt-20697-indications", "cpt-20697-related");
        assertThat(found("ConceptMap", "target-code", ICD + "|S82.251A")).contains("source-cpt-20697-to-official");
    }

    @Test
    void whatCannotBeAnsweredIsRefusedAndNotEmpty() {
        assertThat(get("CodeSystem", "language", "de")
                        .path("issue")
                        .path(0)
                        .path("diagnostics")
                        .asText())
                .contains("'language' is not supported");
        assertThat(get("CodeSystem", "code:not", "20697").path("resourceType").asText())
                .isEqualTo("OperationOutcome");
    }

    @Test
    void theBarBetweenSystemAndCodeNeedsNoEscape() throws IOException {
        try (Socket socket = new Socket(base().getHost(), base().getPort())) {
            socket.getOutputStream()
                    .write(("GET /fhir/CodeSystem?code=" + CPT + "|20697 HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200").contains("\"id\":\"cpt\"");
        }
    }

    @Test
    void aCodeSentUnderTheWrongSystemIsToldSo() {
        JsonNode answer = get(
                "CodeSystem/$validate-code",
                "url",
                "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
                "code",
                "20697");
        assertThat(answer.toString()).contains("The code '20697' exists in " + CPT);
    }
}
