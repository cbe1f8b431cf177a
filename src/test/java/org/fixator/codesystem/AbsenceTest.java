package org.fixator.codesystem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fixator.coding.Coding;
import org.fixator.coding.ContentMode;
import org.fixator.coding.Extension;
import org.junit.jupiter.api.Test;

class AbsenceTest {

    private static final String BASE = "https://fixator.example.org/fhir/StructureDefinition/";
    private static final String URL = "http://example.org/icd";

    private static final Extension PREFIX = new Extension(BASE + "complete-prefix", "S82.2", "{}");
    private static final Extension ABSENT = new Extension(
            BASE + "verified-absent",
            null,
            """
            {"url": "%sverified-absent", "extension": [
              {"url": "code", "valueCode": "11"},
              {"url": "release", "valueString": "2025"},
              {"url": "release", "valueString": "2026"},
              {"url": "meant", "valueCoding": {"system": "http://example.org/pos", "code": "11", "display": "Office"}},
              {"url": "meant", "valueCode": "S82"},
              {"url": "note", "valueString": "It is a place of service."}]}"""
                    .formatted(BASE));

    private static TableCodeSystem fragment(Extension... extensions) {
        CodeSystemBuilder builder = new CodeSystemBuilder();
        builder.describe(
                Systems.description(URL, "en", null, List.of(extensions)).withContent(ContentMode.FRAGMENT));
        for (String code : List.of("S82", "S82.2", "S82.251", "S82.251A", "S82.251B", "S82.241A", "T07")) {
            builder.add(code, null);
        }
        return builder.build();
    }

    @Test
    void aMissingCodeOfACompleteSystemDoesNotExist() {
        assertTrue(Systems.flat(URL, "A").absence("B").certain());
    }

    @Test
    void aMissingCodeOfAFragmentMayExist() {
        assertFalse(fragment().absence("U99").certain());
    }

    @Test
    void aCompletePrefixMakesItCertain() {
        TableCodeSystem fragment = fragment(PREFIX);
        Absence absence = fragment.absence("S82.299A");
        assertTrue(absence.certain());
        assertNotNull(absence.reason());
        assertFalse(fragment.absence("S82.999A").certain());
    }

    @Test
    void aVerifiedAbsenceNamesReleasesAndWhatIsMeant() {
        Absence absence = fragment(ABSENT).absence("11");
        assertTrue(absence.certain());
        String reason = String.valueOf(absence.reason());
        assertTrue(reason.contains("2025, 2026") && reason.endsWith("place of service"), reason);
        assertEquals(
                List.of(new Coding("http://example.org/pos", null, "11", "Office"), Coding.of(URL, "S82")),
                absence.meant());
    }

    @Test
    void aCodeWithoutItsDotIsNearestToTheCode() {
        TableCodeSystem fragment = fragment(PREFIX);
        assertEquals("S82.251A", fragment.nearest("S82251A", Likeness.SPELLING).get(0));
        Absence absence = fragment.absence("S82251A");
        assertTrue(absence.certain());
        assertEquals("The code is written 'S82.251A'", absence.reason());
        assertFalse(fragment().absence("S82251A").certain());
    }

    @Test
    void otherCaseAndOneCharacterOffAreNear() {
        assertEquals("S82.251A", fragment().nearest("s82.251a", Likeness.GUESS).get(0));
        assertTrue(
                fragment().nearest("S82.251X", Likeness.GUESS).containsAll(List.of("S82.251A", "S82.251B", "S82.251")));
        assertTrue(fragment().nearest("S28.251A", Likeness.GUESS).contains("S82.251A"));
    }

    @Test
    void theLongestBeginningThatExistsIsNear() {
        assertEquals(List.of("T07"), fragment().nearest("T07.XXXA", Likeness.GUESS));
    }

    @Test
    void nothingIsNearToSomethingElse() {
        assertEquals(List.of(), fragment().nearest("banana", Likeness.GUESS));
        assertEquals(List.of(), fragment().nearest(" ", Likeness.GUESS));
        assertNull(fragment().absence("banana").reason());
    }
}
