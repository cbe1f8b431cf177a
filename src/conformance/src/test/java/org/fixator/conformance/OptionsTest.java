package org.fixator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {
    @TempDir
    Path folder;

    private final Map<String, String> properties = new HashMap<>();

    @BeforeEach
    void placeTests() throws IOException {
        Files.writeString(folder.resolve("test-cases.json"), "{}");
        properties.put("tx.tests", folder.toString());
    }

    private Options options() {
        return Options.from(properties::get);
    }

    @Test
    void theCoveringPassesOfAllTestsAreTheDefault() {
        assertEquals(Pass.covering(), options().passes());
        assertTrue(options().whole());
    }

    @Test
    void anEmptyPropertyIsAbsent() {
        properties.put("tx.url", "");
        properties.put("tx.filter", " ");
        properties.put("tx.passes", "");
        assertNull(options().url());
        assertTrue(options().whole());
        assertEquals(Pass.covering(), options().passes());
    }

    @Test
    void aBaseGivenAsUrlIsCutToTheRoot() {
        for (String base : List.of("", "/", "/fhir", "/fhir/", "/fhir/r4", "/fhir/r5")) {
            properties.put("tx.url", "http://localhost:8080" + base);
            assertEquals(URI.create("http://localhost:8080"), options().url());
        }
    }

    @Test
    void aFilterMakesARunOfSomeTests() {
        properties.put("tx.filter", "version/*");
        assertFalse(options().whole());
    }

    @Test
    void aFolderWithoutTestsIsRefused() throws IOException {
        Files.delete(folder.resolve("test-cases.json"));
        assertThrows(IllegalArgumentException.class, this::options);
    }
}
