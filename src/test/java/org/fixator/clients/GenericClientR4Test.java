package org.fixator.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import org.fixator.app.ServingContent;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** HAPI's generic client as an EHR uses it, against the server with its content. */
class GenericClientR4Test extends ServingContent {
    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final String CPT = "http://www.ama-assn.org/go/cpt";
    private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String OURS = "https://fixator.example.org/fhir";

    private IGenericClient client(EncodingEnum encoding) {
        R4.getRestfulClientFactory().setSocketTimeout(120_000);
        IGenericClient client = R4.newRestfulGenericClient(base().toString());
        client.setEncoding(encoding);
        return client;
    }

    private IGenericClient writing(EncodingEnum encoding) {
        IGenericClient client = client(encoding);
        client.registerInterceptor(new BearerTokenAuthInterceptor(token()));
        return client;
    }

    private static Parameters code(String systemName, String system, String code) {
        return new Parameters().addParameter(systemName, new UriType(system)).addParameter("code", new CodeType(code));
    }

    private Parameters call(EncodingEnum encoding, String type, String operation, Parameters in) {
        return client(encoding)
                .operation()
                .onType(type)
                .named(operation)
                .withParameters(in)
                .execute();
    }

    private static String text(Parameters answer, String name) {
        return answer.getParameter(name).getValue().primitiveValue();
    }

    @ParameterizedTest
    @EnumSource(
            value = EncodingEnum.class,
            names = {"JSON", "XML"})
    void looksUpACode(EncodingEnum encoding) {
        Parameters found = call(encoding, "CodeSystem", "$lookup", code("system", ICD, "S82.241A"));
        assertThat(text(found, "display")).contains("spiral fracture of shaft of right tibia");
        assertThat(text(found, "version")).isEqualTo("2026");
        assertThat(found.getParameter().stream()
                        .filter(one -> one.getName().equals("property"))
                        .map(one -> one.getPart().stream()
                                .filter(part -> part.getName().equals("code"))
                                .map(ParametersParameterComponent::getValue)
                                .findFirst()
                                .orElseThrow()
                                .primitiveValue()))
                .contains("billable", "source-document-verdict", "parent");
    }

    @Test
    void learnsWhatIsMeantByACodeThatDoesNotExist() {
        assertThatThrownBy(() -> call(EncodingEnum.JSON, "CodeSystem", "$lookup", code("system", ICD, "S82.341A")))
                .isInstanceOfSatisfying(ResourceNotFoundException.class, refused -> {
                    OperationOutcome outcome = (OperationOutcome) refused.getOperationOutcome();
                    assertThat(outcome.getIssueFirstRep().getDetails().getText())
                            .contains("S82.191A");
                });
    }

    @ParameterizedTest
    @EnumSource(
            value = EncodingEnum.class,
            names = {"JSON", "XML"})
    void validatesCodes(EncodingEnum encoding) {
        assertThat(call(encoding, "CodeSystem", "$validate-code", code("url", ICD, "S82.251A"))
                        .getParameterBool("result"))
                .isTrue();
        Parameters absent = call(encoding, "CodeSystem", "$validate-code", code("url", ICD, "S82.341A"));
        assertThat(absent.getParameterBool("result")).isFalse();
        assertThat(text(absent, "message")).contains("S82.341A", "S82.191A");
    }

    @Test
    void validatesACodeableConceptInAValueSet() {
        Parameters in = new Parameters().addParameter("url", new UriType(OURS + "/ValueSet/cpt-20697-indications"));
        in.addParameter()
                .setName("codeableConcept")
                .setValue(new CodeableConcept()
                        .addCoding(new Coding(ICD, "S82.241A", null))
                        .addCoding(new Coding(ICD, "S82.251A", null)));
        Parameters valid = call(EncodingEnum.JSON, "ValueSet", "$validate-code", in);
        assertThat(valid.getParameterBool("result")).isTrue();
        assertThat(text(valid, "code")).isEqualTo("S82.251A");
    }

    @Test
    void validatesInAValueSetByItsId() {
        Parameters answer = client(EncodingEnum.JSON)
                .operation()
                .onInstance("ValueSet/cpt-20697-indications")
                .named("$validate-code")
                .withParameters(code("system", ICD, "S82.241A"))
                .useHttpGet()
                .execute();
        assertThat(answer.getParameterBool("result")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = EncodingEnum.class,
            names = {"JSON", "XML"})
    void expandsAValueSet(EncodingEnum encoding) {
        ValueSet expanded = client(encoding)
                .operation()
                .onType(ValueSet.class)
                .named("$expand")
                .withParameter(Parameters.class, "url", new UriType(OURS + "/ValueSet/cpt-20697-indications"))
                .andParameter("filter", new StringType("comm tib"))
                .returnResourceType(ValueSet.class)
                .execute();
        assertThat(expanded.getExpansion().getTotal()).isEqualTo(8);
        assertThat(expanded.getExpansion().getContains())
                .extracting(ValueSetExpansionContainsComponent::getDisplay)
                .allMatch(display -> display.contains("comminuted"));
    }

    @ParameterizedTest
    @EnumSource(
            value = EncodingEnum.class,
            names = {"JSON", "XML"})
    void translatesUnderACondition(EncodingEnum encoding) {
        Parameters in = code("system", CPT, "20697").addParameter("targetsystem", new UriType(ICD));
        ParametersParameterComponent side = in.addParameter().setName("dependency");
        side.addPart().setName("element").setValue(new UriType(OURS + "/attribute/side"));
        side.addPart()
                .setName("concept")
                .setValue(new CodeableConcept(
                        new Coding("http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", "RT", null)));
        Parameters answer = call(encoding, "ConceptMap", "$translate", in);
        assertThat(answer.getParameterBool("result")).isTrue();
        List<String> codes = answer.getParameter().stream()
                .filter(one -> one.getName().equals("match"))
                .flatMap(one -> one.getPart().stream())
                .filter(part -> part.getName().equals("concept"))
                .map(part -> ((Coding) part.getValue()).getCode())
                .toList();
        assertThat(codes).contains("S82.251A", "S82.209B").doesNotContain("S82.252A");
    }

    @Test
    void asksWhetherOneCodeSubsumesAnother() {
        Parameters in = new Parameters()
                .addParameter("system", new UriType(ICD))
                .addParameter("codeA", new CodeType("S82.25"))
                .addParameter("codeB", new CodeType("S82.251A"));
        assertThat(text(call(EncodingEnum.JSON, "CodeSystem", "$subsumes", in), "outcome"))
                .isEqualTo("subsumes");
    }

    @ParameterizedTest
    @EnumSource(
            value = EncodingEnum.class,
            names = {"JSON", "XML"})
    void searchesByContextCodeAndUrl(EncodingEnum encoding) {
        Bundle forProcedure = client(encoding)
                .search()
                .forResource(ValueSet.class)
                .where(ValueSet.CONTEXT_TYPE_VALUE
                        .withLeft(ValueSet.CONTEXT_TYPE.exactly().code("focus"))
                        .withRight(ValueSet.CONTEXT.exactly().systemAndCode(CPT, "20697")))
                .returnBundle(Bundle.class)
                .execute();
        assertThat(forProcedure.getTotal()).isEqualTo(12);
        Bundle holding = client(encoding)
                .search()
                .forResource(ValueSet.class)
                .where(ValueSet.CODE.exactly().systemAndCode(ICD, "S82.251A"))
                .returnBundle(Bundle.class)
                .execute();
        assertThat(holding.getEntry())
                .extracting(entry -> entry.getResource().getIdElement().getIdPart())
                .contains("cpt-20697-indications");
        Bundle defining = client(encoding)
                .search()
                .forResource(CodeSystem.class)
                .where(CodeSystem.CODE.exactly().code("20697"))
                .and(CodeSystem.URL.matches().value(CPT))
                .returnBundle(Bundle.class)
                .execute();
        assertThat(defining.getTotal()).isEqualTo(1);
    }

    @Test
    void followsThePagesOfASearch() {
        IGenericClient client = client(EncodingEnum.JSON);
        Bundle page = client.search()
                .forResource(ValueSet.class)
                .where(ValueSet.CODE.exactly().systemAndCode(OURS + "/CodeSystem/source-cpt-20697", "22"))
                .count(1)
                .returnBundle(Bundle.class)
                .execute();
        int seen = page.getEntry().size();
        while (page.getLink(Bundle.LINK_NEXT) != null) {
            page = client.loadPage().next(page).execute();
            seen += page.getEntry().size();
        }
        assertThat(seen).isEqualTo(page.getTotal()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(
            value = EncodingEnum.class,
            names = {"JSON", "XML"})
    void readsAResourceItsVersionsAndItsHistory(EncodingEnum encoding) {
        IGenericClient client = client(encoding);
        ConceptMap read = client.read()
                .resource(ConceptMap.class)
                .withId("cpt-20697-indications")
                .execute();
        assertThat(read.getDescription()).contains("source document");
        ConceptMap first = client.read()
                .resource(ConceptMap.class)
                .withIdAndVersion("cpt-20697-indications", "1")
                .execute();
        assertThat(first.getUrl()).isEqualTo(read.getUrl());
        Bundle history = client.history()
                .onInstance("ConceptMap/cpt-20697-indications")
                .returnBundle(Bundle.class)
                .execute();
        assertThat(history.getEntry()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = EncodingEnum.class,
            names = {"JSON", "XML"})
    void createsConditionallyAndUsesWhatItCreated(EncodingEnum encoding) {
        String url = "http://example.org/ehr/favourites-" + encoding;
        ValueSet favourites = new ValueSet();
        favourites.setUrl(url).setStatus(PublicationStatus.ACTIVE);
        favourites
                .getCompose()
                .addInclude()
                .setSystem(CPT)
                .addConcept()
                .setCode("20697")
                .setDisplay("Our strut exchange");
        assertThatThrownBy(() -> client(encoding).create().resource(favourites).execute())
                .isInstanceOf(AuthenticationException.class);

        IGenericClient client = writing(encoding);
        MethodOutcome first = create(client, favourites, url);
        MethodOutcome second = create(client, favourites, url);
        assertThat(first.getCreated()).isTrue();
        assertThat(second.getId().getIdPart()).isEqualTo(first.getId().getIdPart());

        Parameters in = code("system", CPT, "20697").addParameter("url", new UriType(url));
        assertThat(call(encoding, "ValueSet", "$validate-code", in).getParameterBool("result"))
                .isTrue();
        client.delete().resourceById(first.getId().toUnqualifiedVersionless()).execute();
        assertThatThrownBy(() -> call(encoding, "ValueSet", "$validate-code", in))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    private static MethodOutcome create(IGenericClient client, ValueSet valueSet, String url) {
        return client.create()
                .resource(valueSet)
                .conditional()
                .where(ValueSet.URL.matches().value(url))
                .execute();
    }

    @Test
    void asksManyQuestionsInOneBatch() {
        Bundle batch = new Bundle().setType(Bundle.BundleType.BATCH);
        batch.addEntry()
                .setResource(code("url", ICD, "S82.251A"))
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("CodeSystem/$validate-code");
        batch.addEntry()
                .getRequest()
                .setMethod(HTTPVerb.GET)
                .setUrl("CodeSystem/$lookup?system=" + CPT + "&code=20697");
        batch.addEntry()
                .getRequest()
                .setMethod(HTTPVerb.GET)
                .setUrl("CodeSystem/$lookup?system=" + ICD + "&code=S82.341A");
        Bundle answer =
                client(EncodingEnum.JSON).transaction().withBundle(batch).execute();
        assertThat(answer.getEntry())
                .extracting(entry -> entry.getResponse().getStatus().substring(0, 3))
                .containsExactly("200", "200", "404");
        Parameters valid = (Parameters) answer.getEntryFirstRep().getResource();
        assertThat(((BooleanType) valid.getParameter("result").getValue()).booleanValue())
                .isTrue();
    }
}
