package org.fixator.store;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import java.util.List;
import org.fixator.app.ServingContent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.Enumerations.BindingStrength;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HAPI's own {@code $validate} and its searches by code ask the engine, with the content that is served. */
class EngineInHapiTest extends ServingContent {
    private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String INDICATIONS = "https://fixator.example.org/fhir/ValueSet/cpt-20697-indications";
    private static final String PROFILE = "http://example.org/indicated-questionnaire";

    private IGenericClient client;

    @BeforeEach
    void connect() {
        FhirContext r4 = FhirContext.forR4Cached();
        r4.getRestfulClientFactory().setSocketTimeout(120_000);
        client = r4.newRestfulGenericClient(base().toString());
        client.registerInterceptor(new BearerTokenAuthInterceptor(token()));
    }

    /** Searches look at the items, the profile at the questionnaire. */
    private static Questionnaire about(String code) {
        Questionnaire questionnaire = new Questionnaire();
        questionnaire.setStatus(PublicationStatus.ACTIVE);
        questionnaire.addCode().setSystem(ICD).setCode(code);
        questionnaire
                .addItem()
                .setLinkId("1")
                .setType(Questionnaire.QuestionnaireItemType.STRING)
                .addCode()
                .setSystem(ICD)
                .setCode(code);
        return questionnaire;
    }

    private List<String> errors(Questionnaire questionnaire) {
        MethodOutcome outcome = client.validate().resource(questionnaire).execute();
        return ((OperationOutcome) outcome.getOperationOutcome())
                .getIssue().stream()
                        .filter(issue -> issue.getSeverity() == IssueSeverity.ERROR)
                        .map(OperationOutcomeIssueComponent::getDiagnostics)
                        .toList();
    }

    @Test
    void aBindingToOurValueSetIsChecked() {
        StructureDefinition profile = new StructureDefinition();
        profile.setId("indicated-questionnaire");
        profile.setUrl(PROFILE).setName("Indicated").setStatus(PublicationStatus.ACTIVE);
        profile.setKind(StructureDefinition.StructureDefinitionKind.RESOURCE)
                .setAbstract(false)
                .setType("Questionnaire")
                .setBaseDefinition("http://hl7.org/fhir/StructureDefinition/Questionnaire")
                .setDerivation(StructureDefinition.TypeDerivationRule.CONSTRAINT);
        ElementDefinition code = profile.getDifferential().addElement();
        code.setId("Questionnaire.code");
        code.setPath("Questionnaire.code");
        code.getBinding().setStrength(BindingStrength.REQUIRED).setValueSet(INDICATIONS);
        client.update().resource(profile).execute();

        Questionnaire right = about("S82.251A");
        right.getMeta().addProfile(PROFILE);
        assertThat(errors(right)).isEmpty();
        Questionnaire wrong = about("S82.241A");
        wrong.getMeta().addProfile(PROFILE);
        assertThat(errors(wrong)).anyMatch(text -> text.contains("cpt-20697-indications"));
    }

    @Test
    void aCodeThatDoesNotExistIsAnErrorOfValidation() {
        assertThat(errors(about("S82.341A"))).anyMatch(text -> text.contains("S82.341A"));
        assertThat(errors(about("S82.251A"))).isEmpty();
    }

    @Test
    void searchModifiersFollowTheEngine() {
        for (String code : List.of("S82.251A", "S82.241A", "S82.25", "S82")) {
            Questionnaire questionnaire = about(code);
            questionnaire.setId("modifier-" + code.replace(".", "-"));
            client.update().resource(questionnaire).execute();
        }
        assertThat(found("code:in=" + INDICATIONS)).containsExactlyInAnyOrder("modifier-S82-251A");
        assertThat(found("code:not-in=" + INDICATIONS))
                .containsExactlyInAnyOrder("modifier-S82-241A", "modifier-S82-25", "modifier-S82");
        assertThat(found("code:below=" + ICD + "%7CS82.25"))
                .containsExactlyInAnyOrder("modifier-S82-251A", "modifier-S82-25");
        assertThat(found("code:above=" + ICD + "%7CS82.251A"))
                .containsExactlyInAnyOrder("modifier-S82-251A", "modifier-S82-25", "modifier-S82");
    }

    private List<String> found(String query) {
        Bundle bundle = client.search()
                .byUrl("Questionnaire?_count=100&" + query)
                .returnBundle(Bundle.class)
                .execute();
        return bundle.getEntry().stream()
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .filter(id -> id.startsWith("modifier-"))
                .toList();
    }
}
