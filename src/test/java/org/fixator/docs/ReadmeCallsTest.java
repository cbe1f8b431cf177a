package org.fixator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.fixator.app.FixatorApplication;
import org.fixator.app.StoreStart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A fresh server with the bundled content answers the README's calls as it says. */
@SpringBootTest(classes = FixatorApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ReadmeCallsTest {
    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void freshStart(DynamicPropertyRegistry registry) throws IOException {
        String data = Files.createTempDirectory("fixator-readme").toString();
        registry.add("fixator.data", () -> data);
    }

    @BeforeEach
    void everyPartIsUp(@Autowired StoreStart start) {
        start.await();
    }

    private static Stream<ReadmeCall> calls() {
        return ReadmeCall.all().stream();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void answersAsTheReadmeSays(ReadmeCall call) {
        assertThat(call.differences(URI.create("http://localhost:" + port + "/fhir")))
                .isEmpty();
    }
}
