package org.fixator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReasonTest {
    private final Reason reason = new Reason(Map.of("/home/me/tests", "<tests>", "/home/me", "<home>"));

    @Test
    void severalLinesBecomeOne() {
        assertEquals("a b Expected:\"x\"", reason.of(" a\r\nb\n\n  Expected:\"x\""));
    }

    @Test
    void theServersAddressIsNotKept() {
        assertEquals("Error from <server>/fhir/r5: no", reason.of("Error from http://localhost:41234/fhir/r5: no"));
        assertEquals("Failed to connect to <server>", reason.of("Failed to connect to localhost/127.0.0.1:41234"));
    }

    @Test
    void uuidsAndDatesAreNotKept() {
        assertEquals(
                "urn:uuid:<uuid> at <date> or <date>",
                reason.of(
                        "urn:uuid:8acdbfdc-e9d2-11ed-a05b-0242ac120003 at 2026-11-24T06:00:00.123+01:00 or 2026-11-24"));
    }

    @Test
    void versionsOfCodeSystemsAreKept() {
        assertEquals("version 20250909 of 1.2.0", reason.of("version 20250909 of 1.2.0"));
    }

    @Test
    void theLongerOfTwoPlacesIsReplacedFirst() {
        assertEquals("<tests>/a.json <home>/b", reason.of("/home/me/tests/a.json /home/me/b"));
    }

    @Test
    void identityHashesAreNotKept() {
        assertEquals("Thing@<hash>", reason.of("Thing@1b2c3d4e"));
    }

    @Test
    void longReasonsEndWithAnEllipsis() {
        String text = reason.of("x".repeat(5000));
        assertEquals(400, text.length());
        assertTrue(text.endsWith("…"));
    }

    @Test
    void nothingSaidIsSaid() {
        assertEquals("no reason given", reason.of(null));
        assertEquals("no reason given", reason.of(" "));
    }
}
