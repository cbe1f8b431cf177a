package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fixator.app.RunningServer;
import org.junit.jupiter.api.Test;

/** What clients read at every start. */
class MetadataTest extends RunningServer {
    private JsonNode json(String url) {
        HttpResponse<String> answer = get(url);
        assertThat(answer.statusCode()).isEqualTo(200);
        FhirContext context = url.contains("/r5") ? FhirContext.forR5Cached() : FhirContext.forR4Cached();
        context.newJsonParser().setParserErrorHandler(new StrictErrorHandler()).parseResource(answer.body());
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyEndpointSaysWhichReleaseItSpeaks() {
        assertThat(json("/metadata").path("fhirVersion").asText()).isEqualTo("4.0.1");
        assertThat(json("/r4/metadata").path("fhirVersion").asText()).isEqualTo("4.0.1");
        assertThat(json("/r5/metadata").path("fhirVersion").asText()).isEqualTo("5.0.0");
        assertThat(json("/r5/metadata").path("url").asText()).startsWith(base() + "/r5/");
    }

    @Test
    void statementHasWhatTheEcosystemAsksFor() {
        for (String url : List.of("/metadata", "/r5/metadata")) {
            JsonNode statement = json(url);
            assertThat(statement.path("instantiates").get(0).asText())
                    .isEqualTo("http://hl7.org/fhir/CapabilityStatement/terminology-server");
            assertThat(statement.path("software").path("name").asText()).isEqualTo("Fixator");
            assertThat(statement.path("software").path("releaseDate").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
            for (String element : List.of("version", "name", "title", "date", "status")) {
                assertThat(statement.path(element).asText()).as(element).isNotEmpty();
            }
            assertThat(statement.path("kind").asText()).isEqualTo("instance");
            JsonNode rest = statement.path("rest").get(0);
            assertThat(rest.path("security").path("service").size()).isPositive();
            assertThat(rest.path("operation").findValuesAsText("name")).contains("versions", "cache-control");
            assertThat(rest.path("resource").findValuesAsText("type")).contains("CodeSystem", "ValueSet", "ConceptMap");
            assertThat(rest.path("resource").get(0).path("searchParam").findValuesAsText("name"))
                    .contains("url", "version", "code");
        }
    }

    @Test
    void statementSaysWhatCanBeDoneAtTheBaseAndUnderAConditionAndWhatItSaysIsTrue() {
        JsonNode rest = json("/metadata").path("rest").get(0);
        assertThat(rest.path("interaction").findValuesAsText("code"))
                .containsExactly("transaction", "batch", "history-system");
        assertThat(get("/_history?_count=1").statusCode()).isEqualTo(200);
        JsonNode codeSystem = rest.path("resource").get(0);
        assertThat(codeSystem.path("interaction").findValuesAsText("code")).contains("patch");
        for (String element : List.of("conditionalCreate", "conditionalUpdate")) {
            assertThat(codeSystem.path(element).asBoolean()).as(element).isTrue();
        }
        assertThat(codeSystem.path("conditionalRead").asText()).isEqualTo("not-match");
        assertThat(codeSystem.path("conditionalDelete").asText()).isEqualTo("single");
        JsonNode r5 = json("/r5/metadata").path("rest").get(0);
        assertThat(r5.path("interaction").findValuesAsText("code")).containsExactly("batch");
        assertThat(r5.path("resource").get(0).has("conditionalUpdate")).isFalse();
    }

    /** The baseline is a file of the sources: HL7's tests themselves are run by the profile conformance. */
    @Test
    void conformanceIsClaimedOnlyIfEveryRecordedTestHasPassed() throws IOException {
        boolean passed = Files.readAllLines(Path.of("src/conformance/baseline.txt")).stream()
                .noneMatch(line -> line.matches("\\S+ \\S+ fail.*"));
        for (String url : List.of("/metadata", "/r5/metadata")) {
            JsonNode statement = json(url);
            assertThat(statement.has("extension")).isEqualTo(passed);
            assertThat(statement.path("extension").findValuesAsText("valueCanonical"))
                    .hasSize(passed ? 2 : 0);
        }
    }

    @Test
    void terminologyCapabilitiesNameEverySystem() {
        for (String url : List.of("/metadata?mode=terminology", "/r5/metadata?mode=terminology")) {
            JsonNode capabilities = json(url);
            assertThat(capabilities.path("resourceType").asText()).isEqualTo("TerminologyCapabilities");
            assertThat(capabilities.path("codeSystem").findValuesAsText("uri")).contains("http://unitsofmeasure.org");
            assertThat(capabilities.at("/expansion/parameter").findValuesAsText("name"))
                    .contains("activeOnly", "count", "displayLanguage", "tx-resource", "system-version");
        }
    }

    @Test
    void xmlForThoseWhoAsk() {
        assertThat(get("/metadata?_format=xml").body()).startsWith("<CapabilityStatement xmlns=");
        assertThat(get("/r5/metadata?mode=terminology", "Accept", "application/fhir+xml")
                        .body())
                .startsWith("<TerminologyCapabilities xmlns=");
    }

    @Test
    void unknownModeIsRefused() {
        HttpResponse<String> answer = get("/metadata?mode=everything");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("OperationOutcome", "mode");
    }
}
