package org.fixator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuiteResourcesTest {

    private int read;

    @Test
    void readsEveryResourceOfTheSuite() {
        List<String> failures = new ArrayList<>();
        for (Path file : SuiteFiles.resources()) {
            try {
                read(SuiteFiles.json(file));
            } catch (RuntimeException e) {
                failures.add(file + ": " + e);
            }
        }
        assertThat(failures).isEmpty();
        assertThat(read).isGreaterThan(250);
    }

    private void read(ObjectNode resource) {
        switch (Resources.type(resource)) {
            case "ValueSet" -> {
                ValueSetReader.read(resource);
                read++;
            }
            case "ConceptMap" -> {
                ConceptMapReader.read(resource);
                read++;
            }
            case "CodeSystem" -> readCodeSystem(resource);
            default -> {}
        }
    }

    private void readCodeSystem(ObjectNode resource) {
        JsonSource source = JsonSource.of(resource.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(CodeSystemReader.read(source).all().size()).isEqualTo(count(resource));
        read++;
    }

    private static int count(JsonNode holder) {
        int count = 0;
        for (JsonNode concept : holder.path("concept")) {
            count += 1 + count(concept);
        }
        return count;
    }
}
