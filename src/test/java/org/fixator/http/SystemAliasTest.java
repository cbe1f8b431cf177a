package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.fixator.app.ServingContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other names of a system are accepted, and answered with the name to use and a warning. */
class SystemAliasTest extends ServingContent {
    private static final String INDICATIONS = "https://fixator.example.org/fhir/ValueSet/cpt-20697-indications";
    private static final String RETIRED_ICD = "http://terminology.hl7.org/CodeSystem/icd10CM";

    @ParameterizedTest
    @CsvSource({
        "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets, LT,"
                + " http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
        "http://terminology.hl7.org/CodeSystem/icd10CM, S82.251A, http://hl7.org/fhir/sid/icd-10-cm",
        "urn:oid:2.16.840.1.113883.6.285, LT, http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
        "urn:oid:2.16.840.1.113883.6.101, 207X00000X, http://nucc.org/provider-taxonomy",
        "urn:oid:2.16.840.1.113883.6.90, S82.251A, http://hl7.org/fhir/sid/icd-10-cm",
        "http://terminology.hl7.org/CodeSystem/v3-nuccProviderCodes, 207X00000X, http://nucc.org/provider-taxonomy",
        "urn:oid:2.16.840.1.113883.6.12, 20697, http://www.ama-assn.org/go/cpt",
    })
    void isAnsweredByTheNameToUse(String alias, String code, String system) {
        JsonNode valid = get("CodeSystem/$validate-code", "url", alias, "code", code);
        assertThat(value(valid, "result").asBoolean()).isTrue();
        assertThat(value(valid, "system").asText()).isEqualTo(system);
        assertThat(value(valid, "message").asText()).contains("'" + alias + "' is another name of", system);
        assertThat(value(get("CodeSystem/$lookup", "system", alias, "code", code), "system")
                        .asText())
                .isEqualTo(system);
    }

    @Test
    void countsInValueSetsMapsAndComparisons() {
        JsonNode inside = get("ValueSet/$validate-code", "url", INDICATIONS, "system", RETIRED_ICD, "code", "S82.251A");
        assertThat(value(inside, "result").asBoolean()).isTrue();
        assertThat(inside.toString()).contains("\"severity\":\"warning\"", "is another name of");
        JsonNode outside =
                get("ValueSet/$validate-code", "url", INDICATIONS, "system", RETIRED_ICD, "code", "S82.241A");
        assertThat(value(outside, "result").asBoolean()).isFalse();
        JsonNode translated = get(
                "ConceptMap/$translate",
                "system",
                "urn:oid:2.16.840.1.113883.6.12",
                "code",
                "20697",
                "targetsystem",
                RETIRED_ICD);
        assertThat(value(translated, "result").asBoolean()).isTrue();
        assertThat(value(translated, "message").asText()).contains("is another name of");
        JsonNode subsumes = get("CodeSystem/$subsumes", "system", RETIRED_ICD, "codeA", "S82.25", "codeB", "S82.251A");
        assertThat(value(subsumes, "outcome").asText()).isEqualTo("subsumes");
    }

    @ParameterizedTest
    @CsvSource({
        "'', http://terminology.hl7.org/CodeSystem/icd10CM",
        "r5/, http://terminology.hl7.org/CodeSystem/icd10CM",
        "'', urn:oid:2.16.840.1.113883.6.90",
        "r5/, urn:oid:2.16.840.1.113883.6.90",
    })
    void aValueSetMayBeWrittenWithIt(String endpoint, String alias) {
        String valueSet = "{\"name\":\"valueSet\",\"resource\":{\"resourceType\":\"ValueSet\",\"status\":\"active\","
                + "\"compose\":{\"include\":[{\"system\":\"" + alias + "\",\"concept\":[{\"code\":\"S82.251A\"}]}]}}}";
        String head = "{\"resourceType\":\"Parameters\",\"parameter\":[" + valueSet;
        JsonNode expanded = post(endpoint + "ValueSet/$expand", head + "]}");
        assertThat(expanded.at("/expansion/contains/0/system").asText()).isEqualTo("http://hl7.org/fhir/sid/icd-10-cm");
        for (String system : new String[] {alias, "http://hl7.org/fhir/sid/icd-10-cm"}) {
            String coding =
                    ",{\"name\":\"coding\",\"valueCoding\":{\"system\":\"" + system + "\",\"code\":\"S82.251A\"}}]}";
            JsonNode valid = post(endpoint + "ValueSet/$validate-code", head + coding);
            assertThat(value(valid, "result").asBoolean()).as(system).isTrue();
            assertThat(value(valid, "system").asText()).isEqualTo("http://hl7.org/fhir/sid/icd-10-cm");
        }
    }

    @Test
    void soMayASystemThatIsStoredLater() {
        put(
                "CodeSystem/alias-pcs",
                "{\"resourceType\":\"CodeSystem\",\"id\":\"alias-pcs\",\"status\":\"active\",\"content\":\"fragment\","
                        + "\"url\":\"http://www.cms.gov/Medicare/Coding/ICD10\",\"concept\":[{\"code\":\"0QHG05Z\"}]}");
        for (String alias :
                new String[] {"http://terminology.hl7.org/CodeSystem/icd10PCS", "urn:oid:2.16.840.1.113883.6.4"}) {
            JsonNode valid = get("CodeSystem/$validate-code", "url", alias, "code", "0QHG05Z");
            assertThat(value(valid, "result").asBoolean()).isTrue();
            assertThat(value(valid, "system").asText()).isEqualTo("http://www.cms.gov/Medicare/Coding/ICD10");
        }
    }

    @Test
    void theNameToUseDrawsNoWarning() {
        JsonNode valid =
                get("CodeSystem/$validate-code", "url", "http://hl7.org/fhir/sid/icd-10-cm", "code", "S82.251A");
        assertThat(value(valid, "message").isMissingNode()).isTrue();
    }

    @Test
    void aCptCodeUnderTheHcpcsUrlIsWrongAndToldWhereItIs() {
        JsonNode wrong = get(
                "CodeSystem/$validate-code",
                "url",
                "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
                "code",
                "20697");
        assertThat(value(wrong, "result").asBoolean()).isFalse();
        assertThat(value(wrong, "message").asText())
                .contains("The code '20697' exists in http://www.ama-assn.org/go/cpt");
    }
}
