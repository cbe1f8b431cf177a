package org.fixator.systems.uri;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrisTest extends CodeSystemContract {

    private static final CodeSystem URIS = Uris.codeSystem();

    @Override
    protected CodeSystem system() {
        return URIS;
    }

    @Override
    protected List<String> codes() {
        return List.of("http://example.org/a", "urn:oid:2.16.840.1.113883.6.90", "mailto:a@example.org");
    }

    @Override
    protected String unknownCode() {
        return "not a uri";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "relative/path",
                "urn:oid:3.1",
                "urn:oid:1.02",
                "urn:uuid:1234",
                "http://[bad",
                "http://example.org/a b"
            })
    void saysWhatIsWrong(String text) {
        assertThat(URIS.find(text)).isNull();
        assertThat(URIS.absence(text).reason()).startsWith("'" + text + "' is not a URI: ");
    }
}
