package org.fixator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PassTest {
    @Test
    void thereAreEightPassesWithNamesOfTheirOwn() {
        assertEquals(
                List.of(
                        "r4-hot-cache",
                        "r4-hot-nocache",
                        "r5-hot-cache",
                        "r5-hot-nocache",
                        "r4-hapi-cache",
                        "r4-hapi-nocache",
                        "r5-hapi-cache",
                        "r5-hapi-nocache"),
                Pass.all().stream().map(Pass::name).toList());
    }

    @Test
    void fourPassesHoldEveryPairOfValues() {
        Set<String> pairs = new HashSet<>();
        for (Pass pass : Pass.covering()) {
            pairs.add(pass.base() + " hot " + pass.hotPath());
            pairs.add(pass.base() + " cache " + pass.cache());
            pairs.add("hot " + pass.hotPath() + " cache " + pass.cache());
        }
        assertEquals(12, pairs.size());
    }

    @Test
    void aPrefixMeansAllPassesItFits() {
        assertEquals("[r4-hot-cache, r4-hot-nocache]", Pass.parse("r4-hot").toString());
        assertEquals(4, Pass.parse("r5").size());
        assertEquals("[r5-hapi-cache]", Pass.parse("r5-hapi-cache").toString());
    }

    @Test
    void anUnknownPassIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Pass.parse("r4,r6"));
    }

    @Test
    void theBaseIsPutOnTheServersRoot() {
        assertEquals("http://localhost:1/fhir/r5", FhirBase.R5.on(URI.create("http://localhost:1/")));
        assertEquals("http://localhost:1/x/fhir", FhirBase.R4.on(URI.create("http://localhost:1/x")));
    }
}
