package org.fixator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import org.fixator.app.ServingContent;
import org.hl7.fhir.r5.model.Bundle;
import org.hl7.fhir.r5.model.CodeSystem;
import org.hl7.fhir.r5.model.CodeType;
import org.hl7.fhir.r5.model.Coding;
import org.hl7.fhir.r5.model.ConceptMap;
import org.hl7.fhir.r5.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r5.model.Parameters;
import org.hl7.fhir.r5.model.StringType;
import org.hl7.fhir.r5.model.UriType;
import org.hl7.fhir.r5.model.ValueSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** HAPI's generic client for FHIR R5, against the R5 endpoint. */
class GenericClientR5Test extends ServingContent {
    private static final FhirContext R5 = FhirContext.forR5Cached();
    private static final String CPT = "http://www.ama-assn.org/go/cpt";
    private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String OURS = "https://fixator.example.org/fhir";

    private IGenericClient client(EncodingEnum encoding) {
        R5.getRestfulClientFactory().setSocketTimeout(120_000);
        IGenericClient client = R5.newRestfulGenericClient(base() + "/r5");
        client.setEncoding(encoding);
        return client;
    }

    private Parameters call(EncodingEnum encoding, String type, String operation, Parameters in) {
        return client(encoding)
                .operation()
                .onType(type)
                .named(operation)
                .withParameters(in)
                .execute();
    }

    @ParameterizedTest
    @EnumSource(
            value = EncodingEnum.class,
            names = {"JSON", "XML"})
    void callsEveryOperation(EncodingEnum encoding) {
        Parameters lookup = call(
                encoding,
                "CodeSystem",
                "$lookup",
                new Parameters()
                        .addParameter("system", new UriType(ICD))
                        .addParameter("code", new CodeType("S82.241A")));
        assertThat(lookup.getParameterValue("display").primitiveValue()).contains("spiral");
        Parameters subsumes = call(
                encoding,
                "CodeSystem",
                "$subsumes",
                new Parameters()
                        .addParameter("codingA", new Coding(ICD, "S82.251A", null))
                        .addParameter("codingB", new Coding(ICD, "S82.25", null)));
        assertThat(subsumes.getParameterValue("outcome").primitiveValue()).isEqualTo("subsumed-by");
        Parameters valid = call(
                encoding,
                "ValueSet",
                "$validate-code",
                new Parameters()
                        .addParameter("url", new UriType(OURS + "/ValueSet/cpt-20697-indications"))
                        .addParameter("coding", new Coding(ICD, "S82.251A", null)));
        assertThat(valid.getParameterBool("result")).isTrue();
        Parameters translated = call(
                encoding,
                "ConceptMap",
                "$translate",
                new Parameters()
                        .addParameter("sourceCoding", new Coding(CPT, "20697", null))
                        .addParameter("targetSystem", new UriType(ICD)));
        assertThat(translated.getParameterBool("result")).isTrue();
        assertThat(translated.getParameters("match")).hasSize(21).allSatisfy(match -> assertThat(match.getPart())
                .extracting(part -> part.getName())
                .contains("concept", "relationship", "originMap"));
        ValueSet expanded = client(encoding)
                .operation()
                .onType(ValueSet.class)
                .named("$expand")
                .withParameter(Parameters.class, "url", new UriType(OURS + "/ValueSet/cpt-20697-modifiers"))
                .andParameter("filter", new StringType("side"))
                .returnResourceType(ValueSet.class)
                .execute();
        assertThat(expanded.getExpansion().getTotal()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = EncodingEnum.class,
            names = {"JSON", "XML"})
    void searchesByCode(EncodingEnum encoding) {
        IGenericClient client = client(encoding);
        Bundle systems = client.search()
                .forResource(CodeSystem.class)
                .where(CodeSystem.CODE.exactly().systemAndCode(CPT, "20697"))
                .returnBundle(Bundle.class)
                .execute();
        assertThat(systems.getTotal()).isEqualTo(1);
        Bundle maps = client.search()
                .forResource(ConceptMap.class)
                .where(ConceptMap.SOURCE_CODE.exactly().systemAndCode(CPT, "20697"))
                .returnBundle(Bundle.class)
                .execute();
        assertThat(maps.getTotal()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = EncodingEnum.class,
            names = {"JSON", "XML"})
    void createsConditionallyAndReads(EncodingEnum encoding) {
        String url = "http://example.org/ehr/r5-" + encoding;
        ValueSet valueSet = new ValueSet();
        valueSet.setUrl(url).setStatus(PublicationStatus.ACTIVE);
        valueSet.getScope().setInclusionCriteria("only R5 has a scope");
        valueSet.getCompose().addInclude().setSystem(CPT).addConcept().setCode("20697");
        IGenericClient client = client(encoding);
        client.registerInterceptor(new BearerTokenAuthInterceptor(token()));
        MethodOutcome first = create(client, valueSet, url);
        MethodOutcome second = create(client, valueSet, url);
        assertThat(first.getCreated()).isTrue();
        assertThat(second.getId().getIdPart()).isEqualTo(first.getId().getIdPart());
        ValueSet read = client.read()
                .resource(ValueSet.class)
                .withId(first.getId().getIdPart())
                .execute();
        assertThat(read.getScope().getInclusionCriteria()).isEqualTo("only R5 has a scope");
        client.delete().resourceById(first.getId().toUnqualifiedVersionless()).execute();
    }

    private static MethodOutcome create(IGenericClient client, ValueSet valueSet, String url) {
        return client.create()
                .resource(valueSet)
                .conditional()
                .where(ValueSet.URL.matches().value(url))
                .execute();
    }
}
