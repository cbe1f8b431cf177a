package org.fixator.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import kotlin.Unit;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.ModelManager;
import org.cqframework.cql.cql2elm.StringLibrarySourceProvider;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencds.cqf.cql.engine.execution.CqlEngine;
import org.opencds.cqf.cql.engine.execution.Environment;
import org.opencds.cqf.cql.engine.execution.EvaluationParams;
import org.opencds.cqf.cql.engine.execution.EvaluationResult;
import org.opencds.cqf.cql.engine.exception.TerminologyProviderException;
import org.opencds.cqf.cql.engine.fhir.terminology.R4FhirTerminologyProvider;
import org.opencds.cqf.cql.engine.runtime.Code;
import org.opencds.cqf.cql.engine.terminology.CodeSystemInfo;
import org.opencds.cqf.cql.engine.terminology.TerminologyProvider;
import org.opencds.cqf.cql.engine.terminology.ValueSetInfo;

/** CQL's terminology provider, alone and below the CQL engine. */
class CqlTerminologyTest {
    private static final String BASE = System.getProperty("fixator.url");
    private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String INDICATIONS = "https://fixator.example.org/fhir/ValueSet/cpt-20697-indications";
    private static final FhirContext R4 = FhirContext.forR4Cached();

    private static IGenericClient client() {
        R4.getRestfulClientFactory().setSocketTimeout(120_000);
        return R4.newRestfulGenericClient(BASE);
    }

    private static TerminologyProvider provider() {
        IGenericClient client = client();
        return new R4FhirTerminologyProvider(client);
    }

    private static Code code(String code) {
        return new Code().withCode(code).withSystem(ICD);
    }

    @ParameterizedTest
    @ValueSource(strings = {INDICATIONS, "cpt-20697-indications"})
    void aCodeIsInAValueSetKnownByUrlOrId(String valueSet) {
        ValueSetInfo indications = new ValueSetInfo().withId(valueSet);
        assertThat(provider().in(code("S82.251A"), indications)).isTrue();
        assertThat(provider().in(code("S82.241A"), indications)).isFalse();
    }

    @Test
    void aCodeWithoutASystemIsLookedForInTheValueSet() {
        ValueSetInfo indications = new ValueSetInfo().withId(INDICATIONS);
        assertThat(provider().in(new Code().withCode("S82.251A"), indications)).isTrue();
        assertThat(provider().in(new Code().withCode("S82.241A"), indications)).isFalse();
    }

    @Test
    void aValueSetIsFoundByItsIdentifier() {
        IGenericClient writer = client();
        writer.registerInterceptor(new BearerTokenAuthInterceptor(System.getProperty("fixator.token")));
        String oid = "urn:oid:2.999.20697." + ProcessHandle.current().pid();
        ValueSet valueSet = new ValueSet();
        valueSet.setUrl("http://example.org/clients/cql").setStatus(PublicationStatus.ACTIVE);
        valueSet.addIdentifier(new Identifier().setSystem("urn:ietf:rfc:3986").setValue(oid));
        valueSet.getCompose().addInclude().addValueSet(INDICATIONS);
        var stored = writer.create().resource(valueSet).execute().getId().toUnqualifiedVersionless();
        try {
            ValueSetInfo byIdentifier = new ValueSetInfo().withId(oid);
            assertThat(provider().in(code("S82.251A"), byIdentifier)).isTrue();
            assertThat(provider().expand(byIdentifier)).hasSize(18);
        } finally {
            writer.delete().resourceById(stored).execute();
        }
    }

    @Test
    void aValueSetIsExpanded() {
        Iterable<Code> codes = provider().expand(new ValueSetInfo().withId(INDICATIONS));
        List<Code> all = StreamSupport.stream(codes.spliterator(), false).toList();
        assertThat(all).hasSize(18).allMatch(code -> ICD.equals(code.getSystem()));
        assertThat(all).extracting(Code::getCode).contains("S82.251A");
        assertThat(all).extracting(Code::getDisplay).allMatch(display -> display != null && !display.isEmpty());
    }

    @Test
    void aCodeIsLookedUp() {
        Code found = provider().lookup(code("S82.241A"), new CodeSystemInfo().withId(ICD));
        assertThat(found.getDisplay()).contains("spiral fracture of shaft of right tibia");
        assertThatThrownBy(() -> provider().lookup(code("S82.341A"), new CodeSystemInfo().withId(ICD)))
                .isInstanceOf(TerminologyProviderException.class)
                .hasMessageContaining("S82.341A")
                .hasRootCauseInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void aValueSetThatNobodyHasIsAnError() {
        assertThatThrownBy(() -> provider().in(code("S82.251A"), new ValueSetInfo().withId("http://example.org/none")))
                .isInstanceOf(TerminologyProviderException.class)
                .rootCause()
                .hasMessageContaining("Could not resolve value set");
    }

    @Test
    void aLibraryInCqlIsEvaluated() {
        LibraryManager libraries = new LibraryManager(new ModelManager());
        libraries.getLibrarySourceLoader().registerProvider(new StringLibrarySourceProvider(List.of("""
                library Fixation

                codesystem "ICD-10-CM": 'http://hl7.org/fhir/sid/icd-10-cm'
                valueset "Indications": 'https://fixator.example.org/fhir/ValueSet/cpt-20697-indications'
                code "Comminuted": 'S82.251A' from "ICD-10-CM"
                code "Spiral": 'S82.241A' from "ICD-10-CM"

                define "Comminuted is indicated": "Comminuted" in "Indications"
                define "Spiral is indicated": "Spiral" in "Indications"
                """)));
        CqlEngine engine = new CqlEngine(new Environment(libraries, Map.of(), provider()));

        EvaluationParams.Builder what = new EvaluationParams.Builder();
        what.library("Fixation", all -> Unit.INSTANCE);
        EvaluationResult answers = engine.evaluate(what.build()).getOnlyResultOrThrow();

        assertThat(answers.get("Comminuted is indicated").getValue()).isEqualTo(true);
        assertThat(answers.get("Spiral is indicated").getValue()).isEqualTo(false);
    }
}
