package org.fixator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.utilities.json.parser.JsonParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {
    private static final String TESTS =
            """
            {"suites": [
              {"name": "one", "tests": [
                {"name": "a", "operation": "expand", "response": "x/shared.json"},
                {"name": "a", "operation": "expand", "response": "x/shared.json", "response:flat": "x/flat.json"}]},
              {"name": "two", "tests": [{"name": "b", "operation": "lookup", "response": "x/b.json"}]}]}
            """;

    @TempDir
    Path folder;

    private Manifest manifest;

    @BeforeEach
    void read() throws IOException {
        Files.writeString(folder.resolve("test-cases.json"), TESTS);
        manifest = Manifest.read(folder);
    }

    @Test
    void aSecondTestOfTheSameNameIsNumbered() {
        assertEquals(List.of("one/a", "one/a#2", "two/b"), manifest.tests());
    }

    @Test
    void anAnswerIsNamedAfterItsTest() {
        JsonObject second = manifest.suites().get(0).getJsonObjects("tests").get(1);
        assertEquals("one/a#2.json", second.asString("response"));
        assertEquals("one/a#2.flat.json", second.asString("response:flat"));
        assertEquals("x/shared.json", manifest.file("one/a#2.json"));
        assertEquals("x/flat.json", manifest.file("one/a#2.flat.json"));
    }

    @Test
    void anyOtherFileIsItself() {
        assertEquals("x/request.json", manifest.file("x/request.json"));
    }

    @Test
    void suitesWithoutWantedTestsVanish() {
        assertEquals(
                List.of("one/a", "one/a#2"),
                manifest.keep(TestPattern.parse("one/*")).tests());
        assertEquals(1, manifest.suites().size());
    }

    @Test
    void theServersOwnTextsFollowTheAnswers() throws IOException {
        JsonObject externals =
                manifest.rekey(JsonParser.parseObject("{\"x/shared.json\": {\"1\": \"text\"}, \"y\": {}}"));
        assertEquals("text", externals.getJsonObject("one/a#2.json").asString("1"));
        assertEquals(2, externals.getProperties().size());
    }
}
