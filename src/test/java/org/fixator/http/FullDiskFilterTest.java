package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FullDiskFilterTest {

    private final AtomicBoolean room = new AtomicBoolean();

    private MockHttpServletResponse answer(String method, String path) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new FullDiskFilter(room::get)
                .doFilter(new MockHttpServletRequest(method, path), response, new MockFilterChain());
        return response;
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,/fhir/CodeSystem/x",
        "POST,/fhir/ValueSet",
        "POST,/fhir",
        "DELETE,/fhir/ValueSet/x",
        "PATCH,/fhir/r5/ValueSet/x",
        "POST,/fhir/$import-release",
        "POST,/fhir/$activate"
    })
    void whatChangesIsRefusedWithTheReason(String method, String path) throws Exception {
        MockHttpServletResponse refused = answer(method, path);
        assertThat(refused.getStatus()).isEqualTo(507);
        assertThat(refused.getContentAsString()).contains("no-store").contains("disk of the data directory is full");
        room.set(true);
        assertThat(answer(method, path).getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/fhir/CodeSystem/x",
        "POST,/fhir/CodeSystem/$lookup",
        "POST,/fhir/ValueSet/_search",
        "POST,/fhir/$remove",
        "POST,/fhir/$retire",
        "DELETE,/fhir/$job"
    })
    void readingAndMakingRoomGoOn(String method, String path) throws Exception {
        assertThat(answer(method, path).getStatus()).isEqualTo(200);
    }
}
