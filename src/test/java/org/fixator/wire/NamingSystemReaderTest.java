package org.fixator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NamingSystemReaderTest {

    private static NamingSystemDefinition read(String uniqueIds) {
        String json = "{\"resourceType\":\"NamingSystem\",\"name\":\"N\",\"status\":\"active\",\"kind\":\"codesystem\","
                + "\"uniqueId\":[" + uniqueIds + "]}";
        return NamingSystemReader.read(Json.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anIdentifierWithoutATypeIsPassedOverAndTheOthersCount() {
        NamingSystemDefinition names = read("{\"value\":\"http://example.org/rdf/\"},"
                + "{\"type\":\"oid\",\"value\":\"1.2.3\"},{\"type\":\"uri\",\"value\":\"http://example.org/n\"}");
        assertThat(names.uniqueIds())
                .extracting(NamingSystemDefinition.UniqueId::value)
                .containsExactly("urn:oid:1.2.3", "http://example.org/n");
        assertThat(names.preferredUri()).isEqualTo("http://example.org/n");
    }
}
