package org.fixator.systems.bcp13;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemContract;
import org.fixator.codesystem.Subsumption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest extends CodeSystemContract {

    private static final CodeSystem TYPES = MediaTypes.codeSystem();

    @Override
    protected CodeSystem system() {
        return TYPES;
    }

    @Override
    protected List<String> codes() {
        return List.of("application/fhir+json", "text/plain;charset=UTF-8", "image/png");
    }

    @Override
    protected String unknownCode() {
        return "text";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain; charset=UTF-8",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "application/hl7-sda+xml",
                "x-world/x-vrml",
                "multipart/related; boundary=\"a;b\\\"c\""
            })
    void readsMediaTypes(String type) {
        assertThat(TYPES.find(type)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "text/", "/plain", "text/plain;", "text/plain; charset", "tekst/plain", "text /plain"})
    void readsNothingElse(String type) {
        assertThat(TYPES.find(type)).isNull();
        assertThat(TYPES.absence(type).reason()).isNotNull();
    }

    @Test
    void typesThatDifferByCaseAreEquivalent() {
        assertThat(TYPES.subsumes(concept("text/HTML"), concept("text/html"))).isEqualTo(Subsumption.EQUIVALENT);
    }
}
