package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.fixator.app.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input is refused with a 4xx and an OperationOutcome, however it is bad. */
class LimitsTest extends RunningServer {
    private static final String OPERATION = "/CodeSystem/$lookup";

    @ParameterizedTest
    @ValueSource(strings = {OPERATION, OPERATION + "?_format=xml", "/CodeSystem/$validate", ""})
    void tooLargeBodiesAreRefused(String path) {
        HttpResponse<String> refused =
                post(path, "{\"resourceType\":\"Parameters\",\"x\":\"" + "x".repeat(1 << 20) + "\"}");
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("OperationOutcome", "1048576");
    }

    @ParameterizedTest
    @ValueSource(strings = {OPERATION, OPERATION + "?_format=xml", ""})
    void tooLargeChunkedAndPackedBodiesAreRefused(String path) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("{\"resourceType\":\"Parameters\",\"x\":\"".getBytes(StandardCharsets.UTF_8));
            gzip.write(new byte[8 << 20]);
        }
        HttpResponse<String> packed = exchange(
                "POST",
                path,
                BodyPublishers.ofByteArray(bytes.toByteArray()),
                "Content-Type",
                FHIR_JSON,
                "Content-Encoding",
                "gzip");
        assertThat(packed.statusCode()).isEqualTo(413);
    }

    @Test
    void packedBodiesAreRead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("{\"resourceType\":\"Parameters\"}".getBytes(StandardCharsets.UTF_8));
        }
        for (String path : new String[] {OPERATION, OPERATION + "?_pretty=true"}) {
            HttpResponse<String> packed = exchange(
                    "POST",
                    path,
                    BodyPublishers.ofByteArray(bytes.toByteArray()),
                    "Content-Type",
                    FHIR_JSON,
                    "Content-Encoding",
                    "gzip");
            assertThat(packed.statusCode()).as(path).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {OPERATION, OPERATION + "?_pretty=true", "/CodeSystem/$validate", ""})
    void deepJsonIsRefused(String path) {
        String deep = "{\"resourceType\":\"Parameters\",\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        HttpResponse<String> refused = post(path, deep);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("100");
        // Nor when the type is not said.
        assertThat(send("POST", path, deep).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {OPERATION, "/CodeSystem/$validate", ""})
    void documentTypesAreRefused(String path) {
        String xml = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                + "<Parameters xmlns=\"http://hl7.org/fhir\"><id value=\"&e;\"/></Parameters>";
        HttpResponse<String> refused = send("POST", path, xml, "Content-Type", "application/fhir+xml");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("document type");
    }

    @Test
    void otherCharsetsAndPackingsAreRefused() {
        String type = "application/fhir+xml; charset=IBM037";
        assertThat(send("POST", OPERATION, "x", "Content-Type", type).statusCode())
                .isEqualTo(415);
        assertThat(post(OPERATION, "x", "Content-Encoding", "br").statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET|/Nonsense|",
                "GET|/Patient|",
                "GET|/CodeSystem?nonsense=1|",
                "GET|/CodeSystem?_count=x|",
                "GET|/CodeSystem?_count=-1|",
                "GET|/CodeSystem?_offset=-5|",
                "GET|/CodeSystem?date=nonsense|",
                "GET|/CodeSystem?_lastUpdated=zz|",
                "GET|/CodeSystem?_sort=nonsense|",
                "GET|/CodeSystem?_include=x|",
                "GET|/CodeSystem?_has:x=y|",
                "GET|/CodeSystem/x/_history/abc|",
                "GET|/CodeSystem/x/y/z|",
                "GET|/CodeSystem/$nonsense|",
                "GET|/CodeSystem/$validate|",
                "GET||",
                "PUT|/CodeSystem/x|{}",
                "PUT|/CodeSystem/x|",
                "PUT|/CodeSystem/x|nonsense",
                "PUT|/CodeSystem/x|[]",
                "PUT|/CodeSystem/x|{`resourceType`:`CodeSystem`}",
                "PUT|/CodeSystem/x|{\"resourceType\":\"Nonsense\",\"id\":\"x\"}",
                "PUT|/CodeSystem/x|{\"resourceType\":\"ValueSet\",\"id\":\"x\"}",
                "PUT|/CodeSystem/x|{\"resourceType\":\"CodeSystem\",\"id\":\"y\"}",
                "PUT|/CodeSystem/x|{\"resourceType\":\"CodeSystem\",\"id\":\"x\",\"status\":7}",
                "PUT|/CodeSystem/x|{\"resourceType\":\"CodeSystem\",\"id\":\"x\",\"concept\":\"y\"}",
                "PUT|/CodeSystem/x|{\"resourceType\":\"CodeSystem\",\"id\":\"x\",\"date\":\"y\"}",
                "PUT|/CodeSystem|{\"resourceType\":\"CodeSystem\"}",
                "PUT|/CodeSystem/a b|{\"resourceType\":\"CodeSystem\"}",
                "POST|/CodeSystem|{\"resourceType\":\"ValueSet\"}",
                "POST|/Patient|{\"resourceType\":\"Patient\"}",
                "POST||{\"resourceType\":\"CodeSystem\"}",
                "POST||{\"resourceType\":\"Bundle\"}",
                "POST||{\"resourceType\":\"Bundle\",\"type\":\"nonsense\"}",
                "POST||{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{}]}",
                "POST||{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"request\":{\"method\":\"PUT\"}}]}",
                "POST||{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"request\":{\"method\":\"PUT\",\"url\":\"CodeSystem/x\"}}]}",
                "POST||{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"request\":{\"method\":\"X\",\"url\":\"CodeSystem/x\"}}]}",
                "POST||{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"request\":{\"method\":\"GET\",\"url\":\"Nonsense?x=1\"}}]}",
                "POST||nonsense",
                "POST||",
                "POST|/CodeSystem/$validate|nonsense",
                "POST|/CodeSystem/$validate|",
                "PATCH|/CodeSystem/x|[]",
                "PATCH|/CodeSystem/x|nonsense",
                "DELETE|/CodeSystem|",
                "DELETE|/|",
                "PUT|/|{}",
                "TRACE|/CodeSystem|",
                "FOO|/CodeSystem|"
            })
    void nonsenseIsTheClientsFault(String method, String path, String body) {
        String url = path == null ? "" : path.replace(" ", "%20");
        HttpResponse<String> answer = write(method, url, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("\tat ", "Exception");
    }
}
