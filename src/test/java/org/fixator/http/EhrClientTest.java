package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import org.fixator.app.RunningServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** HAPI's generic client, as an EHR uses it. */
class EhrClientTest extends RunningServer {
    private static final FhirContext R4 = FhirContext.forR4Cached();

    private IGenericClient client(EncodingEnum encoding) {
        R4.getRestfulClientFactory().setSocketTimeout(120_000);
        R4.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.ONCE);
        IGenericClient client = R4.newRestfulGenericClient(base());
        client.setEncoding(encoding);
        return client;
    }

    @Test
    void readsTheMetadata() {
        CapabilityStatement metadata = client(EncodingEnum.JSON)
                .capabilities()
                .ofType(CapabilityStatement.class)
                .execute();
        assertThat(metadata.getRestFirstRep().getResource())
                .filteredOn(resource -> resource.getType().equals("CodeSystem"))
                .singleElement()
                .satisfies(resource -> assertThat(resource.getOperation())
                        .extracting(operation -> operation.getName())
                        .contains("lookup", "validate-code", "subsumes"));
    }

    @ParameterizedTest
    @EnumSource(
            value = EncodingEnum.class,
            names = {"JSON", "XML"})
    void callsOperations(EncodingEnum encoding) {
        Parameters in = new Parameters();
        in.addParameter("system", new UriType("http://example.org/colors"));
        in.addParameter("code", new CodeType("red"));
        for (boolean get : new boolean[] {true, false}) {
            var call = client(encoding)
                    .operation()
                    .onType("CodeSystem")
                    .named("$lookup")
                    .withParameters(in);
            Parameters out = (get ? call.useHttpGet() : call).execute();
            assertThat(out.getParameter("operation").getValue().primitiveValue())
                    .isEqualTo("$lookup");
        }
        assertThat(engine.calls).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = EncodingEnum.class,
            names = {"JSON", "XML"})
    void createsConditionallySearchesReadsAndDeletes(EncodingEnum encoding) {
        String url = "http://example.org/ehr-" + encoding;
        ValueSet valueSet = new ValueSet();
        valueSet.setUrl(url).setStatus(PublicationStatus.ACTIVE);
        IGenericClient anonymous = client(encoding);
        assertThatThrownBy(() -> anonymous.create().resource(valueSet).execute())
                .isInstanceOf(AuthenticationException.class);

        IGenericClient client = client(encoding);
        client.registerInterceptor(new BearerTokenAuthInterceptor(token()));
        MethodOutcome first = client.create()
                .resource(valueSet)
                .conditional()
                .where(ValueSet.URL.matches().value(url))
                .execute();
        MethodOutcome second = client.create()
                .resource(valueSet)
                .conditional()
                .where(ValueSet.URL.matches().value(url))
                .execute();
        assertThat(first.getCreated()).isTrue();
        assertThat(second.getId().getIdPart()).isEqualTo(first.getId().getIdPart());

        Bundle found = client.search()
                .forResource(ValueSet.class)
                .where(ValueSet.URL.matches().value(url))
                .returnBundle(Bundle.class)
                .execute();
        assertThat(found.getTotal()).isEqualTo(1);
        ValueSet read = client.read()
                .resource(ValueSet.class)
                .withId(first.getId().getIdPart())
                .execute();
        assertThat(read.getUrl()).isEqualTo(url);

        client.delete().resourceById(first.getId().toUnqualifiedVersionless()).execute();
        assertThatThrownBy(() -> client.read()
                        .resource(ValueSet.class)
                        .withId(first.getId().getIdPart())
                        .execute())
                .isInstanceOf(ResourceGoneException.class);
    }

    @Test
    void sendsABatch() {
        Bundle batch = new Bundle();
        batch.setType(Bundle.BundleType.BATCH);
        batch.addEntry()
                .setResource(new Parameters())
                .getRequest()
                .setMethod(Bundle.HTTPVerb.POST)
                .setUrl("CodeSystem/$validate-code");
        Bundle answer =
                client(EncodingEnum.JSON).transaction().withBundle(batch).execute();
        assertThat(answer.getEntryFirstRep().getResource()).isInstanceOf(Parameters.class);
    }
}
