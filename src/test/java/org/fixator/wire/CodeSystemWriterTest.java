package org.fixator.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.TableCodeSystem;
import org.junit.jupiter.api.Test;

class CodeSystemWriterTest {

    private static final String HEAD = "{\"resourceType\":\"CodeSystem\",\"id\":\"x\","
            + "\"extension\":[{\"url\":\"http://example.org/e\",\"valueString\":\"v\"}],"
            + "\"url\":\"http://example.org/x\",\"version\":\"1\",\"name\":\"X\",\"title\":\"The X\","
            + "\"status\":\"active\",\"copyright\":\"nobody\",\"caseSensitive\":true,\"hierarchyMeaning\":\"is-a\","
            + "\"compositional\":false,\"versionNeeded\":false,\"content\":\"complete\",\"count\":3,";

    @Test
    void aTreeIsWrittenAsItWasRead() throws IOException {
        String json = HEAD + "\"filter\":[{\"code\":\"kind\",\"operator\":[\"=\"],\"value\":\"a value\"}],"
                + "\"property\":[{\"code\":\"kind\",\"type\":\"string\"}],"
                + "\"concept\":[{\"code\":\"a\",\"display\":\"A é\",\"definition\":\"The first\","
                + "\"designation\":[{\"language\":\"de\",\"use\":{\"system\":\"http://example.org/u\",\"code\":\"s\"},"
                + "\"value\":\"Ah\"}],\"property\":[{\"code\":\"kind\",\"valueString\":\"big\"},"
                + "{\"code\":\"n\",\"valueInteger\":7},{\"code\":\"of\",\"valueCoding\":{\"code\":\"q\"}}],"
                + "\"concept\":[{\"code\":\"b\",\"concept\":[{\"code\":\"c\"}]}]}]}";
        assertEquals(json, written(read(json)));
    }

    @Test
    void severalParentsAreProperties() throws IOException {
        TableCodeSystem system = read(
                HEAD + "\"concept\":[{\"code\":\"a\"},{\"code\":\"b\"},{\"code\":\"c\","
                        + "\"property\":[{\"code\":\"parent\",\"valueCode\":\"a\"},{\"code\":\"parent\",\"valueCode\":\"b\"}]}]}");
        TableCodeSystem again = read(written(system));
        assertEquals(parents(system), parents(again));
        assertEquals(List.of("a<", "b<", "c<ab"), parents(again));
    }

    private static List<String> parents(CodeSystem system) {
        List<String> found = new ArrayList<>();
        system.all().iterator(0).forEachRemaining(concept -> {
            String parents = String.join(
                    "", concept.parents().stream().map(Concept::code).toList());
            found.add(concept.code() + "<" + parents);
        });
        return found;
    }

    private static TableCodeSystem read(String json) {
        return CodeSystemReader.read(JsonSource.of(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String written(TableCodeSystem system) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CodeSystemWriter.write(system, "x", out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
