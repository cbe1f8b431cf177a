package org.fixator.conformance;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TestPatternTest {
    @Test
    void aWordIsFoundAnywhere() {
        assertTrue(TestPattern.parse("inactive").matches("validation/some-inactive-code"));
        assertFalse(TestPattern.parse("inactive").matches("validation/active"));
    }

    @Test
    void aPatternWithASlashMeansTheWholeName() {
        assertTrue(TestPattern.parse("version/*").matches("version/a"));
        assertFalse(TestPattern.parse("version/*").matches("default-valueset-version/a"));
    }

    @Test
    void oneOfSeveralIsEnough() {
        assertTrue(TestPattern.parse("a/*,b/1").matches("b/1"));
        assertFalse(TestPattern.parse("a/*,b/1").matches("b/12"));
    }

    @Test
    void nothingButTheStarIsSpecial() {
        assertTrue(TestPattern.parse("tx.fhir.org/*").matches("tx.fhir.org/x"));
        assertFalse(TestPattern.parse("tx.fhir.org/*").matches("tx-fhir-org/x"));
    }
}
