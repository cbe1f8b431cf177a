package org.fixator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.fixator.app.RunningServer;
import org.fixator.jobs.LineReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class ReleasesTest extends RunningServer {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    LineReader reader;

    @AfterEach
    void open() {
        reader.gate = () -> {};
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            POST,   /$import-release?kind=lines,               401
            POST,   /r5/$import-release?kind=lines,            401
            POST,   /%24import-release?kind=lines,             401
            POST,   /$activate?id=x,                           401
            POST,   /$retire?id=x,                             401
            POST,   /$remove?id=x,                             401
            DELETE, /$job?id=x,                                401
            GET,    /$import-release?kind=lines,               405
            GET,    /$activate?id=x,                           405
            GET,    /$releases,                                200
            GET,    /r5/$releases,                             200
            GET,    /$jobs,                                    200
            GET,    /$job,                                     400
            GET,    /$job?id=none,                             404
            """)
    void withoutTheTokenOneMayLookAndNotTouch(String method, String path, int status) {
        HttpResponse<String> answer = send(method, path, method.equals("POST") ? "x" : null);
        assertEquals(status, answer.statusCode(), answer.body());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            /$import-release,                                  x,         400, the parameter 'kind'
            /$import-release?kind=nonsense,                    x,         400, there are lines
            /$import-release?kind=lines&url=http://example.org,x,         400, 'url' is not supported
            /$import-release?kind=lines&path=/etc/passwd,      x,         400, 'path' is not supported
            /$import-release?kind=lines,                       '',        400, No file was sent
            /$import-release?kind=lines&force=perhaps,         x,         400, force
            /$import-release?kind=lines&fileName=../x,         x,         400, cannot be the name
            /$import-release?kind=lines&fileName=a.txt,        broken,    422, a.txt:1: the line has no three columns
            /$import-release?kind=lines&dryrun=true,           x,         400, dryrun
            /$activate?id=none&soon=true,                      '',        400, soon
            /$activate,                                        '',        400, id
            /$activate?id=none,                                '',        404, none
            /$remove?id=none,                                  '',        404, none
            """)
    void whatCannotBeDoneIsToldWhy(String path, String body, int status, String text) {
        HttpResponse<String> answer = upload(path, body);
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(text), answer.body());
        assertTrue(answer.body().contains("OperationOutcome"), answer.body());
    }

    @Test
    void aSmallFileIsImportedWhileTheClientWaits() throws Exception {
        HttpResponse<String> answer = upload(
                "/$import-release?kind=lines&force=true",
                LineReader.file("2031", 20),
                "Content-Disposition",
                "attachment; filename=\"lines 2031.txt\"");
        assertEquals(200, answer.statusCode(), answer.body());
        JsonNode report = JSON.readTree(answer.body());
        assertEquals("lines-2031", value(report, "release"));
        assertEquals("20", value(report, "concepts"));
        assertTrue(answer.body().contains("lines 2031.txt"), answer.body());
        assertTrue(get("/$releases").body().contains("lines-2031"));
        assertTrue(get("/$releases?kind=fhir").body().indexOf("lines-2031") < 0);
        assertTrue(get("/$jobs").body().contains(value(report, "id")));
        assertEquals(200, get("/$job?id=" + value(report, "id")).statusCode());
    }

    @ParameterizedTest
    @CsvSource({"/$releases?kind=others", "/$jobs?kind=others", "/r5/$jobs?kind=others"})
    void aKindThatThereIsNotHasNoEmptyList(String path) {
        HttpResponse<String> answer = get(path);
        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("no kind of release 'others'; there are lines, fhir"), answer.body());
    }

    @Test
    void resourcesAreCountedByTypeInTheReportAndInTheListOfJobs() throws Exception {
        String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":["
                + resource("ValueSet", "va") + "," + resource("ValueSet", "vb") + "," + resource("ConceptMap", "m")
                + "]}";
        HttpResponse<String> answer = upload("/$import-release?kind=fhir&version=2037", bundle);
        assertEquals(200, answer.statusCode(), answer.body());
        JsonNode report = JSON.readTree(answer.body());
        assertEquals("3", value(report, "resources"));
        String loaded = "{\"name\":\"loaded\",\"part\":[{\"name\":\"type\",\"valueCode\":\"ValueSet\"},"
                + "{\"name\":\"count\",\"valueInteger\":2}]}";
        assertTrue(answer.body().contains(loaded), answer.body());
        String jobs = get("/$jobs?kind=fhir").body();
        assertTrue(jobs.contains(loaded), jobs);
        assertTrue(jobs.contains("{\"name\":\"mappings\",\"valueInteger\":0}"), jobs);
    }

    private static String resource(String type, String id) {
        return "{\"resource\":{\"resourceType\":\"" + type + "\",\"id\":\"" + id + "\",\"version\":\"1\","
                + "\"url\":\"http://example.org/" + id + "\",\"status\":\"active\"}}";
    }

    @Test
    void aRefusalNamesTheParameterThatWouldHelp() {
        upload("/$import-release?kind=lines&force=true", LineReader.file("2038", 50));
        String refused = upload("/$import-release?kind=lines", LineReader.file("2038", 60))
                .body();
        assertTrue(refused.contains("import it with 'force=true'"), refused);
    }

    @Test
    void severalFilesComeAsMultipart() throws Exception {
        String body = part("file", "a.txt", LineReader.file("2032", 20)) + part("file", "b.txt", "B|b|\n")
                + part("structureFrom", "old.xml", "<x/>") + "--limit--\r\n";
        HttpResponse<String> answer = exchange(
                "POST",
                "/$import-release?kind=lines&force=true",
                BodyPublishers.ofString(body),
                "Authorization",
                "Bearer " + token(),
                "Content-Type",
                "multipart/form-data; boundary=limit");
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("21", value(JSON.readTree(answer.body()), "concepts"));
        assertTrue(answer.body().contains("Chapters are those of old.xml"));
    }

    @Test
    void aFieldThatIsNoFileIsRefused() {
        String body = "--limit\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nlines\r\n--limit--\r\n";
        HttpResponse<String> answer = exchange(
                "POST",
                "/$import-release?kind=lines",
                BodyPublishers.ofString(body),
                "Authorization",
                "Bearer " + token(),
                "Content-Type",
                "multipart/form-data; boundary=limit");
        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("parameters belong into the url"), answer.body());
    }

    @Test
    void anAsynchronousImportIsPolledAndCancelled() throws Exception {
        CountDownLatch reads = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        reader.gate = () -> {
            reads.countDown();
            await(gate);
        };
        HttpResponse<String> taken =
                upload("/$import-release?kind=lines", LineReader.file("2033", 20), "Prefer", "respond-async");
        assertEquals(202, taken.statusCode(), taken.body());
        String location = taken.headers().firstValue("Content-Location").orElseThrow();
        assertTrue(location.startsWith(base() + "/$job?id="), location);
        await(reads);
        HttpResponse<String> poll = get(location);
        assertEquals(202, poll.statusCode());
        assertTrue(poll.headers().firstValue("X-Progress").orElseThrow().startsWith("reading"));
        HttpResponse<String> second = upload("/$import-release?kind=lines", LineReader.file("2033", 20));
        assertEquals(409, second.statusCode(), second.body());
        assertEquals(202, write("DELETE", location, null).statusCode());
        gate.countDown();
        HttpResponse<String> end = get(location);
        while (end.statusCode() == 202) {
            end = get(location);
        }
        assertEquals(404, end.statusCode(), end.body());
        assertTrue(end.body().contains("was cancelled"));
        assertTrue(get("/$releases").body().indexOf("lines-2033") < 0);
    }

    @Test
    void aLargeFileIsAnsweredBeforeItsEndUnlessTheClientWaits() throws Exception {
        String large = LineReader.file("2034", 20) + ("A000|" + "x".repeat(200) + "|A\n").repeat(6000);
        HttpResponse<String> taken = upload("/$import-release?kind=lines&dryRun=true", large);
        assertEquals(202, taken.statusCode(), taken.body());
        String location = taken.headers().firstValue("Content-Location").orElseThrow();
        while (get(location).statusCode() == 202) {
            Thread.onSpinWait();
        }
        HttpResponse<String> waited = upload("/$import-release?kind=lines&dryRun=true", large, "Prefer", "wait=60");
        assertEquals(200, waited.statusCode(), waited.body());
    }

    @Test
    void moreThanTheLimitIsRefused() {
        HttpResponse<String> answer = upload("/$import-release?kind=lines", "x".repeat(3_000_001));
        assertEquals(413, answer.statusCode(), answer.body());
    }

    @Test
    void aReleaseIsRetiredActivatedAndRemoved() throws Exception {
        upload("/$import-release?kind=lines&force=true", LineReader.file("2035", 20));
        assertTrue(write("POST", "/$retire?id=lines-2035", null).body().contains("retired"));
        String body =
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"id\",\"valueString\":\"lines-2035\"}]}";
        HttpResponse<String> active = write("POST", "/$activate", body);
        assertEquals(200, active.statusCode(), active.body());
        assertEquals("active", value(JSON.readTree(active.body()), "state"));
        assertEquals(200, write("POST", "/$remove?id=lines-2035", null).statusCode());
        assertEquals(404, write("POST", "/$remove?id=lines-2035", null).statusCode());
    }

    @Test
    void sizesHaveTheTypeOfTheFhirRelease() {
        upload("/$import-release?kind=lines&force=true", LineReader.file("2036", 20));
        assertTrue(get("/$releases").body().contains("\"name\":\"bytes\",\"valueDecimal\":"));
        assertTrue(get("/r5/$releases").body().contains("\"name\":\"bytes\",\"valueInteger64\":\""));
        String xml = get("/$releases?_format=xml").body();
        assertTrue(xml.startsWith("<Parameters"), xml);
        assertTrue(get("/r5/$releases", "Accept", "application/fhir+xml").body().contains("<valueInteger64"));
    }

    private HttpResponse<String> upload(String path, String body, String... headers) {
        String[] all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 4, headers.length);
        all[0] = "Authorization";
        all[1] = "Bearer " + token();
        all[2] = "Content-Type";
        all[3] = "application/octet-stream";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return exchange("POST", path, BodyPublishers.ofByteArray(bytes), all);
    }

    private static String part(String field, String name, String content) {
        return "--limit\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n";
    }

    private static String value(JsonNode parameters, String name) {
        for (JsonNode parameter : parameters.path("parameter")) {
            if (parameter.path("name").asText().equals(name)) {
                for (var member : parameter.properties()) {
                    if (member.getKey().startsWith("value")) {
                        return member.getValue().asText();
                    }
                }
            }
        }
        return "";
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
