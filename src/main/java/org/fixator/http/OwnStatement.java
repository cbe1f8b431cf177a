package org.fixator.http;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.nio.charset.StandardCharsets;
import org.fixator.coding.FhirVersion;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;

/** An entry of a batch that reads {@code metadata} gets the statement that {@link MetadataFilter} gives, not HAPI's. */
@Interceptor
public final class OwnStatement {
    private final MetadataDocuments documents;
    private final FhirContext fhir;

    OwnStatement(MetadataDocuments documents, FhirContext fhir) {
        this.documents = documents;
        this.fhir = fhir;
    }

    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public IBaseConformance statement(RequestDetails request) {
        byte[] json = documents.json(FhirVersion.R4, false, request.getFhirServerBase());
        return fhir.newJsonParser().parseResource(CapabilityStatement.class, new String(json, StandardCharsets.UTF_8));
    }
}
