package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.fixator.app.ServingContent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hot path and HAPI's servlet give the same answers: a second media type sends a request the long way. */
class TwoWaysTest extends ServingContent {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CodeSystem/$lookup?system=http://www.ama-assn.org/go/cpt&code=20697",
                "CodeSystem/$lookup?system=http://www.ama-assn.org/go/cpt&code=99999",
                "CodeSystem/$lookup?code=20697",
                "CodeSystem/$validate-code?url=http://hl7.org/fhir/sid/icd-10-cm&code=S82341A",
                "CodeSystem/$validate-code?url=http://hl7.org/fhir/sid/icd-10-cm&code=S82.241A&display=Wrong",
                "CodeSystem/$subsumes?system=http://hl7.org/fhir/sid/icd-10-cm&codeA=S82.24&codeB=S82.241A",
                "ValueSet/$validate-code?url=https://fixator.example.org/fhir/ValueSet/cpt-20697-indications"
                        + "&system=http://hl7.org/fhir/sid/icd-10-cm&code=S82.251A",
                "ValueSet/cpt-20697-modifiers/$validate-code?code=22&system=http://www.ama-assn.org/go/cpt",
                "ValueSet/$compare?thisUrl=https://fixator.example.org/fhir/ValueSet/cpt-20697-modifiers"
                        + "&otherUrl=https://fixator.example.org/fhir/ValueSet/cpt-20697-indications&diagnostics=true",
                "ValueSet/cpt-20697-modifiers/$compare?diagnostics=true",
                "ConceptMap/$translate?system=http://www.ama-assn.org/go/cpt&code=20697",
                "ConceptMap/$translate?system=http://www.ama-assn.org/go/cpt&code=20697&code=20696",
            })
    void bothWaysAnswerTheSame(String call) {
        JsonNode answer = get(call);
        assertThat(getAccepting("application/fhir+json, application/fhir+xml;q=0.5", call))
                .isEqualTo(answer);
        assertThat(get(call + "&_pretty=true")).isEqualTo(answer);
    }
}
