package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.fixator.app.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What anyone may do, and what needs the token: the same table is asked of the rules and of the server. */
class AccessTest extends RunningServer {
    @ParameterizedTest
    @CsvSource({
        "GET,    /fhir/CodeSystem/x,                             true",
        "HEAD,   /fhir/CodeSystem/x,                             true",
        "OPTIONS,/fhir/CodeSystem,                               true",
        "GET,    /fhir/metadata,                                 true",
        "POST,   /fhir/CodeSystem/$lookup,                       true",
        "POST,   /fhir/CodeSystem/%24lookup,                     true",
        "POST,   /fhir/r4/CodeSystem/$lookup,                    true",
        "POST,   /fhir/CodeSystem/$validate-code,                true",
        "POST,   /fhir/CodeSystem/x/$validate-code,              true",
        "POST,   /fhir/CodeSystem/$subsumes,                     true",
        "POST,   /fhir/CodeSystem/$batch-validate-code,          true",
        "POST,   /fhir/CodeSystem/$validate,                     true",
        "POST,   /fhir/ValueSet/$expand,                         true",
        "POST,   /fhir/ValueSet/x/$expand,                       true",
        "POST,   /fhir/ValueSet/$validate-code,                  true",
        "POST,   /fhir/ValueSet/$batch-validate-code,            true",
        "POST,   /fhir/ValueSet/$compare,                        true",
        "POST,   /fhir/ConceptMap/$translate,                    true",
        "POST,   /fhir/Questionnaire/$validate,                  true",
        "POST,   /fhir/$versions,                                true",
        "POST,   /fhir/$cache-control,                           true",
        "POST,   /fhir/CodeSystem/_search,                       true",
        "POST,   /fhir/CodeSystem,                               false",
        "POST,   /fhir/CodeSystem/,                              false",
        "PUT,    /fhir/CodeSystem/x,                             false",
        "PATCH,  /fhir/CodeSystem/x,                             false",
        "DELETE, /fhir/CodeSystem/x,                             false",
        "DELETE, /fhir/CodeSystem?url=x,                         false",
        "DELETE, /fhir/CodeSystem/$lookup,                       false",
        "PUT,    /fhir/CodeSystem/$lookup,                       false",
        "POST,   /fhir/ConceptMap/$closure,                      false",
        "POST,   /fhir/$closure,                                 false",
        "POST,   /fhir/CodeSystem/$upload-external-code-system,  false",
        "POST,   /fhir/CodeSystem/x/$meta-add,                   false",
        "POST,   /fhir/CodeSystem/x/$expunge,                    false",
        "POST,   /fhir/$expunge,                                 false",
        "POST,   /fhir/$reindex,                                 false",
        "POST,   /fhir/$import,                                  false",
        "POST,   /fhir/CodeSystem;x=/$lookup,                    false",
        "POST,   /fhir/CodeSystem/$lookup;/../,                  false",
        "POST,   /fhir/CodeSystem/../$lookup,                    false",
        "POST,   /fhir//CodeSystem/$lookup,                      false",
        "POST,   /fhir/CodeSystem/%2e%2e/$lookup,                false",
        "POST,   /fhir/CodeSystem/$lookup/x,                     false",
        "POST,   /fhirx/CodeSystem/$lookup,                      false",
        "POST,   /anything,                                      false",
        "DELETE, /health/live,                                   false",
        "TRACE,  /fhir/CodeSystem,                               false",
        "FOO,    /fhir/CodeSystem,                               false"
    })
    void openOrNot(String method, String path, boolean open) {
        AccessRules.Decision decision = AccessRules.decide(method, path);
        assertThat(decision).isEqualTo(open ? AccessRules.Decision.OPEN : AccessRules.Decision.TOKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   /CodeSystem",
        "PUT,    /CodeSystem/access",
        "PATCH,  /CodeSystem/access",
        "DELETE, /CodeSystem/access",
        "DELETE, /CodeSystem?url=x",
        "POST,   /$expunge",
        "POST,   /CodeSystem/access/$meta-add"
    })
    void writesWithoutTokenAreChallenged(String method, String path) {
        String body =
                "{\"resourceType\":\"CodeSystem\",\"id\":\"access\",\"status\":\"active\",\"content\":\"complete\"}";
        HttpResponse<String> response =
                send(method, path, body, "Content-Type", FHIR_JSON, "Origin", "http://a.example");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"fixator\"");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(response.body()).contains("OperationOutcome", "\"code\":\"login\"");
        HttpResponse<String> wrong =
                send(method, path, body, "Content-Type", FHIR_JSON, "Authorization", "Bearer nonsense");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("invalid_token");
        assertThat(get("/CodeSystem/access").statusCode()).isEqualTo(404);
    }

    @Test
    void refusalIsXmlForAClientThatWantsXml() {
        HttpResponse<String> response = send("POST", "/CodeSystem", "<x/>", "Accept", "application/fhir+xml");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).startsWith("<OperationOutcome xmlns=\"http://hl7.org/fhir\">");
        assertThat(send("POST", "/CodeSystem?_format=xml", "<x/>").body()).startsWith("<OperationOutcome");
    }

    static Stream<Arguments> bundles() {
        String read = "{\"request\":{\"method\":\"GET\",\"url\":\"CodeSystem/x\"}}";
        String lookup = "{\"request\":{\"method\":\"POST\",\"url\":\"CodeSystem/$lookup\"},"
                + "\"resource\":{\"resourceType\":\"Parameters\"}}";
        String delete = "{\"request\":{\"method\":\"DELETE\",\"url\":\"CodeSystem/x\"}}";
        String create = "{\"request\":{\"method\":\"POST\",\"url\":\"CodeSystem\"},"
                + "\"resource\":{\"resourceType\":\"CodeSystem\"}}";
        String noRequest = "{\"resource\":{\"resourceType\":\"CodeSystem\"}}";
        String twoRequests = "{\"request\":{\"method\":\"GET\",\"url\":\"CodeSystem/x\"},"
                + "\"request\":{\"method\":\"DELETE\",\"url\":\"CodeSystem/x\"}}";
        String twoMethods = "{\"request\":{\"method\":\"GET\",\"method\":\"DELETE\",\"url\":\"CodeSystem/x\"}}";
        return Stream.of(
                arguments("batch", read, 200),
                arguments("batch", read + "," + lookup, 200),
                arguments("batch", read + "," + delete, 401),
                arguments("batch", create, 401),
                arguments("batch", noRequest, 401),
                arguments("batch", twoRequests, 400),
                arguments("batch", twoMethods, 400),
                arguments("transaction", delete, 401),
                arguments("transaction", create, 401),
                arguments("collection", noRequest, 401));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bundleIsOpenIfAllItsEntriesAre(String type, String entries, int status) {
        String body = "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[" + entries + "]}";
        assertThat(post("", body).statusCode()).isEqualTo(status);
        assertThat(post("/", body).statusCode()).isEqualTo(status);
    }

    @Test
    void xmlBundlesAreReadTheSameWay() {
        String head = "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"batch\"/>";
        String get = "<entry><request><method value=\"GET\"/><url value=\"CodeSystem/x\"/></request></entry>";
        String delete = get.replace("GET", "DELETE");
        String xml = "application/fhir+xml";
        assertThat(send("POST", "", head + get + "</Bundle>", "Content-Type", xml)
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("POST", "", head + get + delete + "</Bundle>", "Content-Type", xml)
                        .statusCode())
                .isEqualTo(401);
        // A bundle in one format under the other's name is not read as an empty one.
        assertThat(send("POST", "", head + delete + "</Bundle>", "Content-Type", FHIR_JSON)
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("POST", "", head + delete + "</Bundle>", "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void tokenOpensBundles() {
        String delete = "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"request\":"
                + "{\"method\":\"DELETE\",\"url\":\"CodeSystem/access-none\"}}]}";
        assertThat(write("POST", "", delete).statusCode()).isEqualTo(200);
    }

    @Test
    void preflightOfARealClientIsGranted() {
        HttpResponse<String> preflight = send(
                "OPTIONS",
                "/ValueSet/$expand",
                null,
                "Origin",
                "https://app.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type,prefer,x-requested-with,authorization,if-none-exist,if-none-match,if-match,cache-control,x-medplum");
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Headers")
                        .orElseThrow())
                .contains("x-medplum", "authorization");
    }

    @Test
    void answersBearSafeHeaders() {
        HttpResponse<String> response = get("/metadata");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("X-Powered-By")).isEmpty();
    }
}
