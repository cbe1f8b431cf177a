package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.fixator.app.RunningServer;
import org.fixator.coding.FhirVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FHIR R4B has the operations, and nothing else. */
class R4bTest extends RunningServer {
    private static final String PARAMETERS =
            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"code\",\"valueCode\":\"a\"}]}";
    private static final String XML = "<Parameters xmlns=\"http://hl7.org/fhir\"><parameter><name value=\"code\"/>"
            + "<valueCode value=\"a\"/></parameter></Parameters>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/CodeSystem/$lookup",
                "/CodeSystem/$validate-code",
                "/CodeSystem/$subsumes",
                "/CodeSystem/cs/$lookup",
                "/ValueSet/$expand",
                "/ValueSet/vs/$expand",
                "/ValueSet/$validate-code",
                "/ValueSet/$compare",
                "/ValueSet/$batch-validate-code",
                "/ConceptMap/$translate",
                "/ConceptMap/cm/$translate",
                "/$versions"
            })
    void everyOperationIsAnsweredByGetAndPostInJsonAndXml(String path) {
        assertThat(get("/r4b" + path + "?code=a").statusCode()).isEqualTo(200);
        assertThat(post("/r4b" + path, PARAMETERS).statusCode()).isEqualTo(200);
        assertThat(get("/r4b" + path + "?_pretty=true").statusCode()).isEqualTo(200);
        HttpResponse<String> xml = get("/r4b" + path + "?code=a&_format=xml");
        assertThat(xml.statusCode()).isEqualTo(200);
        assertThat(xml.body()).startsWith("<Parameters");
        HttpResponse<String> sentAsXml = send("POST", "/r4b" + path, XML, "Content-Type", "application/fhir+xml");
        assertThat(sentAsXml.statusCode()).isEqualTo(200);
        assertThat(sentAsXml.body()).startsWith("<Parameters");
        assertThat(engine.calls).hasSize(5).allSatisfy(call -> assertThat(call.version())
                .isEqualTo(FhirVersion.R4B));
    }

    @Test
    void errorsAreOutcomesInTheFormatAskedFor() {
        for (String path : new String[] {"/CodeSystem/$lookup?fail=1", "/CodeSystem/$lookup?fail=1&_pretty=true"}) {
            HttpResponse<String> error = get("/r4b" + path);
            assertThat(error.statusCode()).isEqualTo(404);
            assertThat(error.body()).contains("OperationOutcome", "Unknown code");
        }
        assertThat(get("/r4b/CodeSystem/$lookup?fail=1&_format=xml").body()).startsWith("<OperationOutcome");
        for (String path : new String[] {"/CodeSystem", "/CodeSystem/x", "/Patient/x", "/CodeSystem/$nonsense", ""}) {
            HttpResponse<String> none = get("/r4b" + path);
            assertThat(none.statusCode()).as(path).isBetween(400, 499);
            assertThat(none.body()).contains("OperationOutcome");
        }
        HttpResponse<String> put = write("PUT", "/r4b/CodeSystem/x", "{\"resourceType\":\"CodeSystem\",\"id\":\"x\"}");
        assertThat(put.statusCode()).isBetween(400, 499);
        assertThat(put.body()).contains("OperationOutcome");
    }

    @Test
    void theReleaseIsSaidAndTaken() {
        for (String mode : new String[] {"", "?mode=terminology"}) {
            assertThat(get("/r4b/metadata" + mode).statusCode()).isEqualTo(200);
        }
        assertThat(get("/r4b/metadata").body()).contains("\"fhirVersion\":\"4.3.0\"");
        assertThat(get("/r4b/metadata?_format=xml").body()).contains("<fhirVersion value=\"4.3.0\"/>");
        String type = "application/fhir+json; fhirVersion=4.3";
        assertThat(get("/r4b/CodeSystem/$lookup?code=a", "Accept", type).statusCode())
                .isEqualTo(200);
        assertThat(send("POST", "/r4b/CodeSystem/$lookup", PARAMETERS, "Content-Type", type)
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/r4b/CodeSystem/$lookup?code=a", "Accept", "application/fhir+json; fhirVersion=5.0")
                        .statusCode())
                .isEqualTo(406);
    }

    @Test
    void aBatchHasOperationsOnly() {
        String batch = "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":["
                + "{\"request\":{\"method\":\"GET\",\"url\":\"CodeSystem/$lookup?code=a\"}}%s]}";
        for (String query : new String[] {"", "?_pretty=true", "?_format=xml"}) {
            HttpResponse<String> answer = post("/r4b" + query, batch.formatted(""));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("$lookup", "200 OK");
        }
        HttpResponse<String> reads =
                post("/r4b", batch.formatted(",{\"request\":{\"method\":\"GET\",\"url\":\"CodeSystem/x\"}}"));
        assertThat(reads.statusCode()).isEqualTo(400);
        assertThat(reads.body()).contains("terminology operations only");
    }
}
