package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fixator.app.RunningServer;
import org.fixator.wire.OperationCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in leads to the same call of the engine. */
class OperationsTest extends RunningServer {
    private static final String PARAMETERS =
            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"code\",\"valueCode\":\"a\"}]}";

    @ParameterizedTest
    @CsvSource({
        "$lookup,              CodeSystem, /CodeSystem/$lookup",
        "$validate-code,       CodeSystem, /CodeSystem/$validate-code",
        "$validate-code,       CodeSystem, /CodeSystem/an-id/$validate-code",
        "$subsumes,            CodeSystem, /CodeSystem/$subsumes",
        "$batch-validate-code, CodeSystem, /CodeSystem/$batch-validate-code",
        "$expand,              ValueSet,   /ValueSet/$expand",
        "$expand,              ValueSet,   /ValueSet/an-id/$expand",
        "$validate-code,       ValueSet,   /ValueSet/$validate-code",
        "$batch-validate-code, ValueSet,   /ValueSet/$batch-validate-code",
        "$compare,             ValueSet,   /ValueSet/$compare",
        "$compare,             ValueSet,   /ValueSet/an-id/$compare",
        "$translate,           ConceptMap, /ConceptMap/$translate",
        "$translate,           ConceptMap, /ConceptMap/an-id/$translate",
        "$versions,            ,           /$versions",
        "$batch-validate-code, ,           /$batch-validate-code",
        "$cache-control,       ,           /$cache-control"
    })
    void everyOperationIsServedBothWays(String operation, String type, String path) {
        String id = path.contains("an-id") ? "an-id" : null;
        if (!operation.equals("$cache-control")) {
            assertThat(get(path + "?x=1").statusCode()).isEqualTo(200);
            assertThat(get(path + "?x=1&_pretty=true").statusCode()).isEqualTo(200);
            assertThat(send("HEAD", path, null).statusCode()).isEqualTo(200);
            engine.calls.remove(2);
        }
        assertThat(post(path + "?", PARAMETERS).statusCode()).isEqualTo(200);
        assertThat(post(path + "?_format=xml", PARAMETERS).body()).startsWith("<Parameters xmlns=");
        assertThat(engine.calls).isNotEmpty().allSatisfy(call -> {
            assertThat(call.operation()).isEqualTo(operation);
            assertThat(call.type()).isEqualTo(type);
            assertThat(call.id()).isEqualTo(id);
        });
    }

    @Test
    void hotPathAndHapiAnswerAlike() {
        String path = "/CodeSystem/$lookup?system=http://a.example&code=a%20b&code=c";
        HttpResponse<String> hot = get(path, "Accept-Language", "de", "X-Cache-Id", "c1", "Prefer", "handling=strict");
        HttpResponse<String> slow =
                get(path + "&_pretty=true", "Accept-Language", "de", "X-Cache-Id", "c1", "Prefer", "handling=strict");
        assertThat(slow.body().replaceAll("\\s", "")).isEqualTo(hot.body().replaceAll("\\s", ""));
        assertThat(hot.headers().firstValue("Content-Length")).isPresent();
        assertThat(engine.calls).hasSize(2).allSatisfy(call -> {
            assertThat(call.query()).containsEntry("code", List.of("a b", "c"));
            assertThat(call.acceptLanguage()).isEqualTo("de");
            assertThat(call.cacheId()).isEqualTo("c1");
            assertThat(call.strict()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/fhir+json|json",
                "application/fhir+json; fhirVersion=4.0|json",
                "application/fhir+json; charset=utf-8|json",
                "application/json|json",
                "*/*|json",
                "application/xml+fhir;q=1.0, application/fhir+json;q=0.5|xml",
                "application/fhir+xml|xml",
                "application/xml|xml"
            })
    void answersInTheFormatAskedFor(String accept, String format) {
        HttpResponse<String> answer = get("/CodeSystem/$lookup?code=a", "Accept", accept);
        assertThat(answer.body()).startsWith(format.equals("xml") ? "<Parameters" : "{");
        HttpResponse<String> error = get("/CodeSystem/$lookup?fail=1", "Accept", accept);
        assertThat(error.statusCode()).isEqualTo(404);
        assertThat(error.body()).startsWith(format.equals("xml") ? "<OperationOutcome" : "{");
        assertThat(error.headers().firstValue("Content-Type").orElseThrow()).contains(format);
    }

    @Test
    void errorsInXmlForPostWithFormatXml() {
        HttpResponse<String> error = post("/CodeSystem/$lookup?_format=xml&fail=1", PARAMETERS);
        assertThat(error.statusCode()).isEqualTo(404);
        assertThat(error.body()).startsWith("<OperationOutcome");
    }

    @Test
    void xmlBodyBecomesJson() {
        String xml = "<Parameters xmlns=\"http://hl7.org/fhir\"><parameter><name value=\"code\"/>"
                + "<valueCode value=\"a\"/></parameter></Parameters>";
        assertThat(send("POST", "/CodeSystem/$lookup", xml, "Content-Type", "application/fhir+xml")
                        .statusCode())
                .isEqualTo(200);
        assertThat(bodyOf(engine.calls.get(0))).isEqualTo(PARAMETERS);
        HttpResponse<String> broken =
                send("POST", "/CodeSystem/$lookup", "<Parameters", "Content-Type", "application/fhir+xml");
        assertThat(broken.statusCode()).isEqualTo(400);
    }

    @Test
    void contentTypeAsTheOfficialClientSendsIt() {
        String type = "application/fhir+json; fhirVersion=4.0;charset=UTF-8";
        assertThat(send("POST", "/ValueSet/$validate-code?", PARAMETERS, "Content-Type", type)
                        .statusCode())
                .isEqualTo(200);
        assertThat(bodyOf(engine.calls.get(0))).isEqualTo(PARAMETERS);
    }

    @Test
    void operationsWorkInABatch() {
        String batch = "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":["
                + "{\"request\":{\"method\":\"POST\",\"url\":\"CodeSystem/$lookup\"},\"resource\":" + PARAMETERS + "},"
                + "{\"request\":{\"method\":\"GET\",\"url\":\"CodeSystem/op-none\"}},"
                + "{\"request\":{\"method\":\"GET\",\"url\":\"/ValueSet/vs/$expand?count=1&filter=a%20b\"}},"
                + "{\"request\":{\"method\":\"GET\",\"url\":\"CodeSystem/$lookup?fail=1\"}}]}";
        HttpResponse<String> answer = post("", batch);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().split("\"status\":", -1)).hasSize(5);
        assertThat(answer.body())
                .containsSubsequence("$lookup", "\"status\":\"200", "\"status\":\"404", "$expand", "Unknown code");
        assertThat(engine.calls).hasSize(3);
        assertThat(bodyOf(engine.calls.get(0))).isEqualTo(PARAMETERS);
        assertThat(engine.calls.get(1).id()).isEqualTo("vs");
        assertThat(engine.calls.get(1).query()).containsEntry("filter", List.of("a b"));
    }

    @Test
    void aBugInTheEngineStaysInTheLog() {
        for (String path : List.of("/CodeSystem/$lookup?break=1", "/CodeSystem/$lookup?break=1&_pretty=true")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("OperationOutcome").doesNotContain("secret");
        }
    }

    @Test
    void elementsOfOtherFhirVersionsReachTheEngineInABatch() {
        String valueSet = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"valueSet\",\"resource\":"
                + "{\"resourceType\":\"ValueSet\",\"status\":\"active\",\"copyrightLabel\":\"R5\"}}]}";
        String batch = "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":["
                + "{\"request\":{\"method\":\"POST\",\"url\":\"ValueSet/$expand\"},\"resource\":" + valueSet + "}]}";
        assertThat(post("", batch).statusCode()).isEqualTo(200);
        assertThat(bodyOf(engine.calls.get(0))).isEqualTo(valueSet);
    }

    @Test
    void operationsInATransactionAreRefusedByName() {
        String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":["
                + "{\"request\":{\"method\":\"GET\",\"url\":\"CodeSystem/$lookup?code=a\"}}]}";
        HttpResponse<String> answer = post("", bundle);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("send a batch");
    }

    @Test
    void operationsOfHapiAreGone() {
        for (String path : List.of(
                "/$expunge",
                "/$reindex",
                "/$mark-all-resources-for-reindexing",
                "/ConceptMap/x/$closure",
                "/ValueSet/x/$invalidate-expansion",
                "/CodeSystem/$upload-external-code-system",
                "/CodeSystem/x/$meta-add",
                "/CodeSystem/x/$expunge")) {
            assertThat(write("POST", path, PARAMETERS).statusCode()).as(path).isBetween(400, 499);
        }
        assertThat(engine.calls).isEmpty();
        assertThat(get("/metadata").body()).doesNotContain("$expunge", "expunge", "reindex", "apply-codesystem-delta");
    }

    private static String bodyOf(OperationCall call) {
        byte[] body = call.body();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }
}
