package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryUrlTest {

    private static final String BASE = "http://localhost/fhir";
    private static final EntryUrl LOOKUP = new EntryUrl("CodeSystem/$lookup", "code=a");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CodeSystem/$lookup?code=a",
                "/CodeSystem/$lookup?code=a",
                "http://localhost/fhir/CodeSystem/$lookup?code=a"
            })
    void relativeAndAbsoluteUrlsAreTheSame(String url) {
        assertThat(EntryUrl.under(BASE, url)).isEqualTo(LOOKUP).hasToString("CodeSystem/$lookup?code=a");
    }

    @Test
    void noQueryAndAnEmptyOneAreTold() {
        assertThat(EntryUrl.relative("CodeSystem/a")).isEqualTo(new EntryUrl("CodeSystem/a", null));
        assertThat(EntryUrl.relative("CodeSystem?")).isEqualTo(new EntryUrl("CodeSystem", ""));
    }

    @Test
    void theQueryBeginsAtTheFirstQuestionMarkAndStaysAsItIs() {
        assertThat(EntryUrl.relative("ValueSet/$expand?filter=a%3F?&url=http://localhost/fhir/ValueSet/a"))
                .isEqualTo(new EntryUrl("ValueSet/$expand", "filter=a%3F?&url=http://localhost/fhir/ValueSet/a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://elsewhere/fhir/CodeSystem/$lookup",
                "http://localhost/fhirCodeSystem/$lookup",
                "http://localhost/fhir//CodeSystem/$lookup",
                "//CodeSystem/$lookup",
                "http://localhost/fhir?code=a"
            })
    void whatIsNotUnderTheBaseCallsNoOperation(String url) {
        assertThat(OperationTarget.ofEntry("GET", EntryUrl.under(BASE, url))).isEmpty();
    }

    @Test
    void whereTheBaseIsNotKnownAnAbsoluteUrlStaysWhole() {
        assertThat(EntryUrl.relative("http://localhost/fhir/CodeSystem/$lookup?code=a")
                        .path())
                .isEqualTo("http://localhost/fhir/CodeSystem/$lookup");
    }
}
