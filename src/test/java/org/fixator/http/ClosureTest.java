package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.fixator.app.ServingContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The walk through a closure table that FHIR's page on terminology services describes. */
class ClosureTest extends ServingContent {
    private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private HttpResponse<String> send(String path, String body, String type, boolean token) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base() + path)).header("Content-Type", type);
        if (token) {
            request.header("Authorization", "Bearer " + token());
        }
        return CLIENT.send(
                request.POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode call(int status, String path, String name, String... parameters) throws Exception {
        HttpResponse<String> answer = send(path, body(name, parameters), "application/fhir+json", true);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static String body(String name, String... parameters) {
        StringBuilder body = new StringBuilder("{\"resourceType\":\"Parameters\",\"parameter\":["
                + "{\"name\":\"name\",\"valueString\":\"" + name + "\"}");
        for (String parameter : parameters) {
            body.append(',').append(parameter);
        }
        return body.append("]}").toString();
    }

    private static String concept(String code) {
        return "{\"name\":\"concept\",\"valueCoding\":{\"system\":\"" + ICD + "\",\"code\":\"" + code + "\"}}";
    }

    private static String version(String version) {
        return "{\"name\":\"version\",\"valueString\":\"" + version + "\"}";
    }

    @ParameterizedTest
    @CsvSource({
        "/$closure, r4-table, equivalence, subsumes",
        "/ConceptMap/$closure, type-table, equivalence, subsumes",
        "/r4b/$closure, r4b-table, equivalence, subsumes",
        "/r5/$closure, r5-table, relationship, source-is-narrower-than-target",
    })
    void beginsAddsAndRepeats(String path, String name, String element, String relation) throws Exception {
        assertThat(call(404, path, name, concept("S82.25")).toString()).contains("has not been initialised");
        JsonNode begun = call(200, path, name);
        assertThat(begun.path("resourceType").asText()).isEqualTo("ConceptMap");
        assertThat(begun.path("version").asText()).isEqualTo("0");
        assertThat(begun.path("id").asText()).isEqualTo(name);
        assertThat(begun.has("group")).isFalse();
        JsonNode nothing = call(200, path, name, concept("S82.251A"));
        assertThat(nothing.has("group")).isFalse();
        JsonNode added = call(200, path, name, concept("S82.25"));
        JsonNode source = added.at("/group/0/element/0");
        assertThat(added.at("/group/0/source").asText()).startsWith(ICD);
        assertThat(source.path("code").asText()).isEqualTo("S82.251A");
        assertThat(source.at("/target/0/code").asText()).isEqualTo("S82.25");
        assertThat(source.at("/target/0/" + element).asText()).isEqualTo(relation);
        JsonNode repeated =
                call(200, path, name, version(nothing.path("version").asText()));
        assertThat(repeated.path("group")).isEqualTo(added.path("group"));
        assertThat(repeated.path("version")).isEqualTo(added.path("version"));
        assertThat(call(422, path, name, version("77")).toString()).contains("must be reinitialized");
        FhirContext context = path.startsWith("/r5") ? FhirContext.forR5Cached() : FhirContext.forR4Cached();
        context.newJsonParser().setParserErrorHandler(new StrictErrorHandler()).parseResource(added.toString());
    }

    @Test
    void changesStateAndSoNeedsTheToken() throws Exception {
        assertThat(send("/$closure", body("open"), "application/fhir+json", false)
                        .statusCode())
                .isEqualTo(401);
        JsonNode byGet = get("$closure", "name", "open");
        assertThat(byGet.path("resourceType").asText()).isEqualTo("OperationOutcome");
        String entry = "{\"request\":{\"method\":\"%s\",\"url\":\"$closure%s\"}%s}";
        String gets = entry.formatted("GET", "?name=open", "");
        String posts = entry.formatted("POST", "", ",\"resource\":" + body("in-a-batch"));
        String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[%s]}";
        assertThat(send("", bundle.formatted(gets), "application/fhir+json", true)
                        .body())
                .doesNotContain("\"200");
        assertThat(send("", bundle.formatted(posts), "application/fhir+json", false)
                        .statusCode())
                .isEqualTo(401);
        assertThat(send("", bundle.formatted(posts), "application/fhir+json", true)
                        .body())
                .contains("Closure Table in-a-batch Creation");
        call(404, "/$closure", "open", version("0"));
    }

    @Test
    void inXmlToo() throws Exception {
        String xml = "<Parameters xmlns=\"http://hl7.org/fhir\"><parameter><name value=\"name\"/>"
                + "<valueString value=\"in-xml\"/></parameter></Parameters>";
        HttpResponse<String> answer = send("/$closure", xml, "application/fhir+xml", true);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).startsWith("<ConceptMap").contains("<version value=\"0\"/>");
    }

    @Test
    void isAboutWhatIsServedOnly() throws Exception {
        call(200, "/$closure", "brought");
        String brought =
                "{\"name\":\"tx-resource\",\"resource\":{\"resourceType\":\"CodeSystem\",\"status\":\"active\","
                        + "\"url\":\"http://example.org/brought\",\"content\":\"complete\",\"concept\":[{\"code\":\"a\"}]}}";
        assertThat(call(400, "/$closure", "brought", brought).toString()).contains("tx-resource");
    }

    @Test
    void aSystemThatIsReplacedEndsTheTable() throws Exception {
        String url = "http://example.org/fhir/CodeSystem/closure-replaced";
        String coding = "{\"name\":\"concept\",\"valueCoding\":{\"system\":\"" + url + "\",\"code\":\"%s\"}}";
        put("CodeSystem/closure-replaced", codeSystem(url, "{\"code\":\"a\",\"concept\":[{\"code\":\"b\"}]}"));
        call(200, "/$closure", "replaced");
        assertThat(call(200, "/$closure", "replaced", coding.formatted("a"), coding.formatted("b"))
                        .at("/group/0/element/0/target/0/code")
                        .asText())
                .isEqualTo("a");
        put("CodeSystem/closure-replaced", codeSystem(url, "{\"code\":\"a\"},{\"code\":\"b\"}"));
        assertThat(call(422, "/$closure", "replaced", coding.formatted("b")).toString())
                .contains("must be reinitialized");
        call(200, "/$closure", "replaced");
        assertThat(call(200, "/$closure", "replaced", coding.formatted("a"), coding.formatted("b"))
                        .has("group"))
                .isFalse();
    }

    private static String codeSystem(String url, String concepts) {
        return "{\"resourceType\":\"CodeSystem\",\"id\":\"closure-replaced\",\"status\":\"active\",\"content\":\"complete\","
                + "\"url\":\"" + url + "\",\"concept\":[" + concepts + "]}";
    }
}
