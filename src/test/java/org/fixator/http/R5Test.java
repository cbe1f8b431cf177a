package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fixator.app.RunningServer;
import org.fixator.coding.FhirVersion;
import org.fixator.store.StoredResources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The same server in FHIR R5. */
class R5Test extends RunningServer {
    private static final String PARAMETERS =
            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"code\",\"valueCode\":\"a\"}]}";

    @Autowired
    private StoredResources stored;

    private static String codeSystem(String id, String label) {
        return "{\"resourceType\":\"CodeSystem\",\"id\":\"" + id + "\",\"url\":\"http://example.org/" + id
                + "\",\"version\":\"1.10\",\"versionAlgorithmString\":\"semver\",\"name\":\"Name" + id.replace("-", "")
                + "\",\"title\":\"Title of " + id + "\",\"status\":\"active\",\"copyrightLabel\":\"" + label
                + "\",\"content\":\"complete\",\"property\":[{\"code\":\"p\",\"type\":\"decimal\"}],\"concept\":"
                + "[{\"code\":\"a\",\"display\":\"A\",\"property\":[{\"code\":\"p\",\"valueDecimal\":1.50}]}]}";
    }

    /** What was sent, with the meta that the server adds. */
    private static String withoutMeta(String served) {
        return served.replaceFirst(",\"meta\":\\{[^}]*}", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/CodeSystem/$lookup",
                "/CodeSystem/$validate-code",
                "/CodeSystem/$subsumes",
                "/ValueSet/$expand",
                "/ValueSet/an-id/$expand",
                "/ValueSet/$validate-code",
                "/ConceptMap/$translate",
                "/$batch-validate-code",
                "/$versions",
                "/$cache-control"
            })
    void everyOperationIsCalledInItsRelease(String path) {
        if (!path.endsWith("$cache-control")) {
            assertThat(get("/r5" + path + "?x=1").statusCode()).isEqualTo(200);
            assertThat(get("/r5" + path + "?x=1&_pretty=true").statusCode()).isEqualTo(200);
        }
        assertThat(post("/r5" + path, PARAMETERS).statusCode()).isEqualTo(200);
        assertThat(post("/r5" + path + "?_format=xml", PARAMETERS).body()).startsWith("<Parameters xmlns=");
        assertThat(engine.calls).isNotEmpty().allSatisfy(call -> assertThat(call.version())
                .isEqualTo(FhirVersion.R5));
        engine.reset();
        assertThat(post("/r4" + path, PARAMETERS).statusCode()).isEqualTo(200);
        assertThat(engine.calls.get(0).version()).isEqualTo(FhirVersion.R4);
    }

    @Test
    void jsonOfTheReleaseIsAnsweredAsItIs() {
        HttpResponse<String> fits =
                get("/r5/CodeSystem/$lookup?code=a", "Accept", "application/fhir+json; fhirVersion=5.0");
        assertThat(fits.statusCode()).isEqualTo(200);
        assertThat(fits.headers().firstValue("Content-Length")).isPresent();
        assertThat(get("/r5/CodeSystem/$lookup?fail=1").statusCode()).isEqualTo(404);
        assertThat(get("/r5/CodeSystem/$lookup?fail=1&_format=xml").body()).startsWith("<OperationOutcome");
    }

    @Test
    void batchOfOperationsAndReads() {
        write("PUT", "/r5/CodeSystem/r5-batch", codeSystem("r5-batch", "us"));
        engine.reset();
        String batch = "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":["
                + "{\"request\":{\"method\":\"POST\",\"url\":\"CodeSystem/$lookup\"},\"resource\":" + PARAMETERS + "},"
                + "{\"request\":{\"method\":\"GET\",\"url\":\"CodeSystem/r5-batch\"}},"
                + "{\"request\":{\"method\":\"GET\",\"url\":\"CodeSystem/r5-none\"}}]}";
        HttpResponse<String> answer = post("/r5", batch);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).containsSubsequence("$lookup", "copyrightLabel", "\"status\":\"404");
        assertThat(engine.calls.get(0).version()).isEqualTo(FhirVersion.R5);
    }

    @Test
    void whatWasSentComesBackUnharmed() {
        String sent = codeSystem("r5-kept", "us");
        HttpResponse<String> created = write("PUT", "/r5/CodeSystem/r5-kept", sent);
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Content-Location").orElseThrow())
                .isEqualTo(base() + "/r5/CodeSystem/r5-kept/_history/1");
        HttpResponse<String> read = get("/r5/CodeSystem/r5-kept");
        assertThat(withoutMeta(read.body())).isEqualTo(sent);
        assertThat(read.body()).contains("\"versionId\":\"1\"", "\"lastUpdated\"");
        assertThat(read.headers().firstValue("ETag")).contains("W/\"1\"");
        assertThat(get("/r5/CodeSystem/r5-kept?_format=xml").body()).contains("<copyrightLabel value=\"us\"/>");
        assertThat(get("/r5/CodeSystem/r5-kept", "If-None-Match", "W/\"1\"").statusCode())
                .isEqualTo(304);
    }

    @Test
    void theEngineReadsWhatWasSent() {
        write("PUT", "/r5/CodeSystem/r5-engine", codeSystem("r5-engine", "us"));
        byte[] json = engine.commits.get(0).get(0).json();
        assertThat(json).isNotNull();
        assertThat(new String(json, StandardCharsets.UTF_8)).contains("\"copyrightLabel\":\"us\"", "1.50");
    }

    @Test
    void atTheNextStartTheEngineReadsWhatWasSent() {
        write("PUT", "/r5/CodeSystem/r5-start", codeSystem("r5-start", "us"));
        List<String> found = new ArrayList<>();
        stored.forEach("CodeSystem", one -> found.add(new String(one.json(), StandardCharsets.UTF_8)));
        assertThat(found)
                .filteredOn(json -> json.contains("http://example.org/r5-start\""))
                .singleElement()
                .asString()
                .contains("\"id\":\"r5-start\"", "\"copyrightLabel\":\"us\"", "1.50");
    }

    @Test
    void r4SaysWhatIsLost() {
        write("PUT", "/r5/CodeSystem/r5-note", codeSystem("r5-note", "us"));
        assertThat(get("/CodeSystem/r5-note").body())
                .contains("stored-as-r5", "\"lost\",\"valueString\":\"CodeSystem.copyrightLabel\"");
    }

    @Test
    void r4DoesNotOverwriteIt() {
        write("PUT", "/r5/CodeSystem/r5-guarded", codeSystem("r5-guarded", "us"));
        String r4 = "{\"resourceType\":\"CodeSystem\",\"id\":\"r5-guarded\",\"status\":\"active\",\"content\":"
                + "\"complete\",\"url\":\"http://example.org/r5-guarded\"}";
        String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"request\":{\"method\":"
                + "\"PUT\",\"url\":\"CodeSystem/r5-guarded\"},\"resource\":" + r4 + "}]}";
        for (HttpResponse<String> refused :
                List.of(write("PUT", "/CodeSystem/r5-guarded", r4), write("POST", "", bundle))) {
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("OperationOutcome", "R5");
        }
        assertThat(get("/r5/CodeSystem/r5-guarded").body()).contains("\"versionId\":\"1\"");
        write("DELETE", "/CodeSystem/r5-guarded", null);
        assertThat(write("PUT", "/CodeSystem/r5-guarded", r4).statusCode()).isIn(200, 201);
    }

    @Test
    void everyChangeIsAVersionAlsoWhereR4SeesNone() {
        write("PUT", "/r5/CodeSystem/r5-versions", codeSystem("r5-versions", "us"));
        HttpResponse<String> same = write("PUT", "/r5/CodeSystem/r5-versions", codeSystem("r5-versions", "us"));
        assertThat(same.headers().firstValue("ETag")).contains("W/\"1\"");
        HttpResponse<String> changed = write("PUT", "/r5/CodeSystem/r5-versions", codeSystem("r5-versions", "them"));
        assertThat(changed.headers().firstValue("ETag")).contains("W/\"2\"");
        assertThat(get("/r5/CodeSystem/r5-versions/_history/1").body()).contains("\"copyrightLabel\":\"us\"");
        assertThat(get("/r5/CodeSystem/r5-versions").body()).contains("\"copyrightLabel\":\"them\"");
        assertThat(get("/r5/CodeSystem/r5-versions/_history").body())
                .contains("\"type\":\"history\"", "\"copyrightLabel\":\"us\"", "\"copyrightLabel\":\"them\"");
        assertThat(write("PUT", "/r5/CodeSystem/r5-versions", codeSystem("r5-versions", "you"), "If-Match", "W/\"1\"")
                        .statusCode())
                .isIn(409, 412);
    }

    @Test
    void whatR4HasIsReadAsR5() {
        write(
                "PUT",
                "/ConceptMap/r5-from-r4",
                "{\"resourceType\":\"ConceptMap\",\"id\":\"r5-from-r4\",\"url\":\"http://example.org/r5-from-r4\","
                        + "\"status\":\"active\",\"group\":[{\"source\":\"http://a\",\"target\":\"http://b\","
                        + "\"element\":[{\"code\":\"x\",\"target\":[{\"code\":\"y\",\"equivalence\":\"equal\"}]}]}]}");
        assertThat(get("/r5/ConceptMap/r5-from-r4").body())
                .contains("\"relationship\":\"equivalent\"", "\"versionId\":\"1\"")
                .doesNotContain("\"equivalence\":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url=http://example.org/r5-found",
                "url=http://example.org/r5-found&version=1.10",
                "name=Namer5found",
                "title=Title%20of%20r5-found",
                "_id=r5-found&status=active",
                "_id=r5-found&_summary=true"
            })
    void searchFindsIt(String query) {
        write("PUT", "/r5/CodeSystem/r5-found", codeSystem("r5-found", "us"));
        assertThat(get("/r5/CodeSystem?" + query).body())
                .contains("\"total\":1", base() + "/r5/CodeSystem/r5-found\"", "\"versionAlgorithmString\":\"semver\"");
        assertThat(get("/r5/CodeSystem?" + query.replace("_summary=true", "") + "&_summary=count")
                        .body())
                .contains("\"total\":1")
                .doesNotContain("entry");
    }

    @Test
    void searchPages() {
        for (int i = 0; i < 3; i++) {
            write("PUT", "/r5/CodeSystem/r5-page-" + i, codeSystem("r5-page-" + i, "us"));
        }
        HttpResponse<String> first = get("/r5/CodeSystem?_id=r5-page-0,r5-page-1,r5-page-2&_count=2");
        assertThat(first.body())
                .contains("\"total\":3", "\"relation\":\"next\",\"url\":\"" + base() + "/r5/CodeSystem?");
        assertThat(get("/r5/CodeSystem?_id=r5-page-0,r5-page-1,r5-page-2&_count=2&_offset=2")
                        .body())
                .contains("\"total\":3")
                .doesNotContain("\"next\"");
        assertThat(get("/r5/CodeSystem?code:not=a").statusCode()).isEqualTo(400);
    }

    @Test
    void createsUnderAnIdOfItsOwnAndFromXml() {
        String xml = "<ValueSet xmlns=\"http://hl7.org/fhir\"><url value=\"http://example.org/r5-xml\"/>"
                + "<status value=\"active\"/><copyrightLabel value=\"us\"/></ValueSet>";
        HttpResponse<String> created = send(
                "POST",
                "/r5/ValueSet",
                xml,
                "Content-Type",
                "application/fhir+xml",
                "Authorization",
                "Bearer " + token());
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(get(created.headers().firstValue("Location").orElseThrow()).body())
                .contains("\"copyrightLabel\":\"us\"", "\"id\":\"");
    }

    @Test
    void rulesOfAccessAndLimitsHoldHereToo() {
        assertThat(send("PUT", "/r5/CodeSystem/r5-no", codeSystem("r5-no", "us"), "Content-Type", FHIR_JSON)
                        .statusCode())
                .isEqualTo(401);
        assertThat(write(
                                "PUT",
                                "/r5/CodeSystem/r5-no",
                                codeSystem("r5-no", "us").replace("title", "color"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(write("PUT", "/r5/CodeSystem/r5-no", codeSystem("r5-no", "refuse with 422"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(get("/r5/CodeSystem/r5-no").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/r5/CodeSystem/r5-no", null, "Origin", "http://example.org")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .contains("*");
    }
}
