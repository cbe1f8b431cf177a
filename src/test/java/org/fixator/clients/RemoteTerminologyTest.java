package org.fixator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.ConceptValidationOptions;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.CodeValidationResult;
import ca.uhn.fhir.context.support.IValidationSupport.LookupCodeResult;
import ca.uhn.fhir.context.support.IValidationSupport.TranslateCodeRequest;
import ca.uhn.fhir.context.support.LookupCodeRequest;
import ca.uhn.fhir.context.support.TranslateConceptResult;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import java.util.List;
import org.fixator.app.ServingContent;
import org.hl7.fhir.common.hapi.validation.support.RemoteTerminologyServiceValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HAPI's validation support asks this server, as the documentation of HAPI's validator shows. */
class RemoteTerminologyTest extends ServingContent {
    private static final String CPT = "http://www.ama-assn.org/go/cpt";
    private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String INDICATIONS = "https://fixator.example.org/fhir/ValueSet/cpt-20697-indications";

    /** The support and a context to ask it in. */
    private record Remote(FhirContext fhir, RemoteTerminologyServiceValidationSupport support) {
        ValidationSupportContext context() {
            IValidationSupport chain = new ValidationSupportChain(support, new DefaultProfileValidationSupport(fhir));
            return new ValidationSupportContext(chain);
        }
    }

    private Remote remote(String release) {
        boolean r5 = release.equals("R5");
        FhirContext fhir = r5 ? FhirContext.forR5Cached() : FhirContext.forR4Cached();
        fhir.getRestfulClientFactory().setSocketTimeout(120_000);
        return new Remote(
                fhir, new RemoteTerminologyServiceValidationSupport(fhir, r5 ? base() + "/r5" : base().toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"R4", "R5"})
    void knowsWhichSystemsAndValueSetsTheServerHas(String release) {
        Remote remote = remote(release);
        ValidationSupportContext context = remote.context();
        assertThat(remote.support().isCodeSystemSupported(context, ICD)).isTrue();
        assertThat(remote.support().isCodeSystemSupported(context, "http://example.org/none"))
                .isFalse();
        assertThat(remote.support().isValueSetSupported(context, INDICATIONS)).isTrue();
        assertThat(remote.support().isValueSetSupported(context, "http://example.org/none"))
                .isFalse();
        assertThat(remote.support().fetchValueSet(INDICATIONS)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"R4", "R5"})
    void validatesCodesInSystemsAndValueSets(String release) {
        assertThat(validate(release, "S82.251A", null, null).isOk()).isTrue();
        CodeValidationResult absent = validate(release, "S82.341A", null, null);
        assertThat(absent.isOk()).isFalse();
        assertThat(absent.getMessage()).contains("S82.341A", "S82.191A");
        assertThat(validate(release, "S82.241A", "Displaced comminuted fracture of shaft of right tibia", null)
                        .isOk())
                .isFalse();
        assertThat(validate(release, "S82.251A", null, INDICATIONS).isOk()).isTrue();
        assertThat(validate(release, "S82.241A", null, INDICATIONS).isOk()).isFalse();
    }

    private CodeValidationResult validate(String release, String code, String display, String valueSet) {
        Remote remote = remote(release);
        return remote.support()
                .validateCode(remote.context(), new ConceptValidationOptions(), ICD, code, display, valueSet);
    }

    @ParameterizedTest
    @ValueSource(strings = {"R4", "R5"})
    void validatesInAValueSetThatItSendsAlong(String release) {
        Remote remote = remote(release);
        String json = "{\"resourceType\":\"ValueSet\",\"status\":\"active\",\"compose\":{\"include\":[{\"system\":\""
                + ICD + "\",\"filter\":[{\"property\":\"concept\",\"op\":\"is-a\",\"value\":\"S82.25\"}]}]}}";
        var sent = remote.fhir().newJsonParser().parseResource(json);
        for (String code : List.of("S82.251A", "S82.241A")) {
            CodeValidationResult result = remote.support()
                    .validateCodeInValueSet(remote.context(), new ConceptValidationOptions(), ICD, code, null, sent);
            assertThat(result.isOk()).as(code).isEqualTo(code.equals("S82.251A"));
        }
    }

    /** HAPI's support has no R5 form of this and of translations. */
    @Test
    void looksUpWithPropertiesOfEveryTypeInR4() {
        Remote remote = remote("R4");
        LookupCodeResult found = remote.support().lookupCode(remote.context(), new LookupCodeRequest(ICD, "S82.241A"));
        assertThat(found.isFound()).isTrue();
        assertThat(found.getCodeDisplay()).contains("spiral");
        assertThat(found.getProperties())
                .extracting(IValidationSupport.BaseConceptProperty::getPropertyName)
                .contains("billable", "source-document-code-meant", "parent");
        assertThat(remote.support()
                        .lookupCode(remote.context(), new LookupCodeRequest(ICD, "S82.341A"))
                        .isFound())
                .isFalse();
    }

    @Test
    void translatesInR4() {
        var codings = List.<org.hl7.fhir.instance.model.api.IBaseCoding>of(
                new org.hl7.fhir.r4.model.Coding(CPT, "20697", null));
        List<TranslateConceptResult> results = remote("R4")
                .support()
                .translateConcept(new TranslateCodeRequest(codings, ICD))
                .getResults();
        assertThat(results)
                .hasSize(21)
                .extracting(TranslateConceptResult::getCode)
                .contains("S82.251A");
        assertThat(results).extracting(TranslateConceptResult::getEquivalence).containsOnly("relatedto");
        assertThat(results)
                .extracting(TranslateConceptResult::getConceptMapUrl)
                .allMatch(url -> url != null && url.startsWith("https://fixator.example.org/fhir/ConceptMap/"));
    }
}
