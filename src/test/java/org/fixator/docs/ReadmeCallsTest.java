package org.fixator.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server answers the README's calls as it says. */
class ReadmeCallsTest {
    private static Stream<ReadmeCall> calls() {
        return ReadmeCall.all().stream();
    }

    /**
     * The FHIR base of a server that serves the content of {@code fhir-resources}. To be taken from the server that the
     * tests of the engine share; until then from {@code -Dfixator.url}.
     */
    private static URI base() {
        String url = System.getProperty("fixator.url", "");
        assumeTrue(!url.isEmpty(), "fixator.url is not set: no server to ask");
        return URI.create(url);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void answersAsTheReadmeSays(ReadmeCall call) {
        assertThat(call.differences(base())).isEmpty();
    }
}
