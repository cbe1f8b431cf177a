package org.fixator.systems.ndc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemBuilder;
import org.fixator.codesystem.CodeSystemContract;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.coding.Canonical;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NdcTest extends CodeSystemContract {

    private static final CodeSystem NDC = table();

    private static CodeSystem table() {
        CodeSystemBuilder builder = new CodeSystemBuilder();
        for (String code : List.of(
                "1234-5678",
                "1234-5678-90",
                "12345-678",
                "12345-678-90",
                "12345-6789-1",
                "1111-1111-11",
                "11111-111-11")) {
            builder.add(code, "Invented " + code);
        }
        builder.describe(CodeSystemDescription.of(Canonical.parse(Ndc.URL + "|2026-01-31")));
        return Ndc.over(builder.build());
    }

    @Override
    protected CodeSystem system() {
        return NDC;
    }

    @Override
    protected List<String> codes() {
        return List.of("1234-5678", "1234-5678-90", "12345-678");
    }

    @Override
    protected String unknownCode() {
        return "9999-9999-99";
    }

    @ParameterizedTest
    @CsvSource({
        "01234567890, 1234-5678-90",
        "01234-5678-90, 1234-5678-90",
        "12345067890, 12345-678-90",
        "12345678901, 12345-6789-1",
        "1234567890, ''",
        "012345678, 1234-5678",
        "123450678, 12345-678",
        "1234-5678-90, 1234-5678-90",
    })
    void acceptsTheSpellingsOfClaims(String spelling, String code) {
        var found = NDC.find(spelling);
        assertThat(found == null ? "" : found.code()).isEqualTo(code);
    }

    @Test
    void aSpellingOfSeveralCodesFindsNone() {
        assertThat(NDC.find("1111111111")).isNull();
        assertThat(NDC.find("01111111111")).isNotNull();
    }
}
