package org.fixator.codesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fixator.coding.Coding;
import org.fixator.coding.ContentMode;
import org.fixator.coding.Extension;
import org.junit.jupiter.api.Test;

class BorrowedAbsencesTest {

    private static final String URL = "http://example.org/icd";
    private static final String ABSENT = "https://fixator.example.org/fhir/StructureDefinition/verified-absent";

    private static CodeSystem fragment() {
        Extension claim = new Extension(
                ABSENT,
                null,
                """
                {"extension": [
                  {"url": "code", "valueCode": "S82.341A"},
                  {"url": "release", "valueString": "2014 to 2026"},
                  {"url": "meant", "valueCode": "S82.191A"},
                  {"url": "meant", "valueCode": "S82.199A"},
                  {"url": "meant", "valueCoding": {"system": "http://example.org/pos", "code": "11"}}]}""");
        CodeSystemBuilder builder = new CodeSystemBuilder();
        builder.describe(Systems.description(URL, "en", null, List.of(claim)).withContent(ContentMode.FRAGMENT));
        builder.add("S82.191A", null);
        return builder.build();
    }

    private static CodeSystem borrowing(String... codes) {
        return BorrowedAbsences.of(Systems.flat(URL, codes), List.of(fragment()));
    }

    @Test
    void aCompleteSystemSaysWhatAFragmentHasFoundOut() {
        Absence absence = borrowing("S82", "S82.191A", "S82.199A").absence("S82.341A");
        assertThat(absence.certain()).isTrue();
        assertThat(absence.reason()).contains("searched: 2014 to 2026");
        assertThat(absence.meant())
                .containsExactly(
                        Coding.of(URL, "S82.191A"),
                        Coding.of(URL, "S82.199A"),
                        Coding.of("http://example.org/pos", "11"));
    }

    @Test
    void aCodeThatItDoesNotHoldIsNotMeant() {
        assertThat(borrowing("S82.191A").absence("S82.341A").meant()).doesNotContain(Coding.of(URL, "S82.199A"));
    }

    @Test
    void aCodeThatItHoldsExistsWhateverIsClaimed() {
        assertThat(borrowing("S82.341A").find("S82.341A")).isNotNull();
    }

    @Test
    void ofOtherCodesItKnowsItsOwn() {
        Absence absence = borrowing("S82.191A").absence("U99");
        assertThat(absence.certain()).isTrue();
        assertThat(absence.reason()).isNull();
        assertThat(absence.meant()).isEmpty();
    }

    @Test
    void whatIsNotCompleteOrIsLentNothingStaysAsItIs() {
        CodeSystem fragment = fragment();
        CodeSystem complete = Systems.flat(URL, "S82");
        assertThat(BorrowedAbsences.of(fragment, List.of(fragment))).isSameAs(fragment);
        assertThat(BorrowedAbsences.of(complete, List.of(complete))).isSameAs(complete);
    }
}
