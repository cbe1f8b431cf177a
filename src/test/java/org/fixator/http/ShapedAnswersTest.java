package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.fixator.app.ServingContent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * XML and indented JSON are the same whether they are written from an answer's bytes or from HAPI's models, which a second
 * media type beside the first leads to.
 */
class ShapedAnswersTest extends ServingContent {
    private static final FhirContext R4 = FhirContext.forR4Cached();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CodeSystem/$lookup?system=http://www.ama-assn.org/go/cpt&code=20697",
                "CodeSystem/$lookup?system=http://www.ama-assn.org/go/cpt&code=99999",
                "CodeSystem/$lookup?code=20697",
                "CodeSystem/$validate-code?url=http://hl7.org/fhir/sid/icd-10-cm&code=S82341A",
                "CodeSystem/$validate-code?url=http://hl7.org/fhir/sid/icd-10-cm&code=S82.241A&display=a%20%26%20%3Cb%3E",
                "CodeSystem/$subsumes?system=http://hl7.org/fhir/sid/icd-10-cm&codeA=S82.24&codeB=S82.241A",
                "ValueSet/$validate-code?url=https://fixator.example.org/fhir/ValueSet/cpt-20697-indications"
                        + "&system=http://hl7.org/fhir/sid/icd-10-cm&code=S82.251A",
                "ValueSet/$expand?url=https://fixator.example.org/fhir/ValueSet/cpt-20697-indications",
                "ValueSet/$expand?url=https://fixator.example.org/fhir/ValueSet/cpt-20697-indications&count=3&offset=2"
                        + "&includeDesignations=true",
                "ValueSet/$expand?url=https://fixator.example.org/fhir/ValueSet/cpt-20697-indications"
                        + "&includeDefinition=true&property=parent&property=kind",
                "ValueSet/$expand?url=http://hl7.org/fhir/sid/icd-10-cm?fhir_vs&excludeNested=false",
                "ValueSet/$expand?url=http://terminology.hl7.org/CodeSystem/v3-ObservationValue?fhir_vs&count=20",
                "ValueSet/$expand?url=http://example.org/none",
                "ConceptMap/$translate?system=http://www.ama-assn.org/go/cpt&code=20697",
                "$versions?x=1",
            })
    void bothWaysWriteTheSame(String call) {
        HttpResponse<String> short1 = answer(call, "application/fhir+xml");
        HttpResponse<String> long1 = answer(call, "application/fhir+xml, text/xml;q=0.5");
        assertThat(short1.statusCode()).isEqualTo(long1.statusCode());
        assertThat(short1.headers().firstValue("Content-Type"))
                .isEqualTo(long1.headers().firstValue("Content-Type"));
        assertThat(withoutChance(asJson(short1))).isEqualTo(withoutChance(asJson(long1)));
        assertThat(withoutChance(short1.body())).isEqualTo(withoutChance(long1.body()));
        HttpResponse<String> pretty = answer(call + "&_pretty=true", "application/fhir+json");
        HttpResponse<String> longPretty =
                answer(call + "&_pretty=true", "application/fhir+json, application/fhir+xml;q=0.5");
        assertThat(pretty.statusCode()).isEqualTo(longPretty.statusCode());
        assertThat(withoutChance(pretty.body())).isEqualTo(withoutChance(longPretty.body()));
    }

    private static String asJson(HttpResponse<String> xml) {
        return R4.newJsonParser().encodeResourceToString(R4.newXmlParser().parseResource(xml.body()));
    }

    /** Without what differs from one expansion to the next. */
    private static String withoutChance(String text) {
        return text.replaceAll("urn:uuid:[-0-9a-f]+", "").replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "");
    }

    private HttpResponse<String> answer(String call, String accept) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base() + "/" + call))
                .header("Accept", accept)
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
