package org.fixator.http;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.SummaryEnum;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.OperationCall;
import org.fixator.wire.Operations;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.jspecify.annotations.Nullable;

/**
 * The terminology operations as HAPI serves them: in XML, pretty, with {@code _summary} or {@code _elements}, and
 * everything else that the {@link HotPathFilter} leaves. All are answered by {@link Operations}.
 */
public final class TerminologyOperations {
    private final FhirContext fhirContext;
    private final Operations terminology;

    TerminologyOperations(FhirContext fhirContext, Operations terminology) {
        this.fhirContext = fhirContext;
        this.terminology = terminology;
    }

    @Operation(name = "$closure", manualRequest = true, manualResponse = true)
    public void closure(ServletRequestDetails request) throws IOException {
        answer("$closure", null, null, request);
    }

    @Operation(name = "$closure", typeName = "ConceptMap", manualRequest = true, manualResponse = true)
    public void conceptMapClosure(ServletRequestDetails request) throws IOException {
        answer("$closure", "ConceptMap", null, request);
    }

    @Operation(
            name = "$lookup",
            typeName = "CodeSystem",
            idempotent = true,
            manualRequest = true,
            manualResponse = true)
    public void lookup(@IdParam(optional = true) @Nullable IIdType id, ServletRequestDetails request)
            throws IOException {
        answer("$lookup", "CodeSystem", id, request);
    }

    @Operation(
            name = "$validate-code",
            typeName = "CodeSystem",
            idempotent = true,
            manualRequest = true,
            manualResponse = true)
    public void codeSystemValidateCode(@IdParam(optional = true) @Nullable IIdType id, ServletRequestDetails request)
            throws IOException {
        answer("$validate-code", "CodeSystem", id, request);
    }

    @Operation(
            name = "$subsumes",
            typeName = "CodeSystem",
            idempotent = true,
            manualRequest = true,
            manualResponse = true)
    public void subsumes(@IdParam(optional = true) @Nullable IIdType id, ServletRequestDetails request)
            throws IOException {
        answer("$subsumes", "CodeSystem", id, request);
    }

    @Operation(
            name = "$batch-validate-code",
            typeName = "CodeSystem",
            idempotent = true,
            manualRequest = true,
            manualResponse = true)
    public void codeSystemBatchValidateCode(
            @IdParam(optional = true) @Nullable IIdType id, ServletRequestDetails request) throws IOException {
        answer("$batch-validate-code", "CodeSystem", id, request);
    }

    @Operation(name = "$expand", typeName = "ValueSet", idempotent = true, manualRequest = true, manualResponse = true)
    public void expand(@IdParam(optional = true) @Nullable IIdType id, ServletRequestDetails request)
            throws IOException {
        answer("$expand", "ValueSet", id, request);
    }

    @Operation(
            name = "$validate-code",
            typeName = "ValueSet",
            idempotent = true,
            manualRequest = true,
            manualResponse = true)
    public void valueSetValidateCode(@IdParam(optional = true) @Nullable IIdType id, ServletRequestDetails request)
            throws IOException {
        answer("$validate-code", "ValueSet", id, request);
    }

    @Operation(
            name = "$batch-validate-code",
            typeName = "ValueSet",
            idempotent = true,
            manualRequest = true,
            manualResponse = true)
    public void valueSetBatchValidateCode(@IdParam(optional = true) @Nullable IIdType id, ServletRequestDetails request)
            throws IOException {
        answer("$batch-validate-code", "ValueSet", id, request);
    }

    @Operation(name = "$compare", typeName = "ValueSet", idempotent = true, manualRequest = true, manualResponse = true)
    public void compare(@IdParam(optional = true) @Nullable IIdType id, ServletRequestDetails request)
            throws IOException {
        answer("$compare", "ValueSet", id, request);
    }

    @Operation(
            name = "$translate",
            typeName = "ConceptMap",
            idempotent = true,
            manualRequest = true,
            manualResponse = true)
    public void translate(@IdParam(optional = true) @Nullable IIdType id, ServletRequestDetails request)
            throws IOException {
        answer("$translate", "ConceptMap", id, request);
    }

    @Operation(name = "$versions", idempotent = true, manualRequest = true, manualResponse = true)
    public void versions(ServletRequestDetails request) throws IOException {
        answer("$versions", null, null, request);
    }

    @Operation(name = "$batch-validate-code", idempotent = true, manualRequest = true, manualResponse = true)
    public void batchValidateCode(ServletRequestDetails request) throws IOException {
        answer("$batch-validate-code", null, null, request);
    }

    @Operation(name = "$cache-control", idempotent = false, manualRequest = true, manualResponse = true)
    public void cacheControl(ServletRequestDetails request) throws IOException {
        answer("$cache-control", null, null, request);
    }

    private void answer(String operation, @Nullable String type, @Nullable IIdType id, ServletRequestDetails details)
            throws IOException {
        HttpServletRequest request = details.getServletRequest();
        OperationTarget target = new OperationTarget(operation, type, id == null ? null : id.getIdPart());
        OperationCall call = OperationRequest.of(request, target, body(details));
        OperationAnswer answer = terminology.answer(call);
        boolean plain = !Refusal.wantsXml(request)
                && JsonNegotiation.wantsPlainJson(request.getHeader("Accept"), call.query(), call.version());
        if (plain) {
            HotPathFilter.write(answer, details.getServletResponse());
            return;
        }
        IBaseResource resource =
                fhirContext.newJsonParser().parseResource(new String(answer.json(), StandardCharsets.UTF_8));
        Set<SummaryEnum> summary = answer.status() == 200
                ? RestfulServerUtils.determineSummaryMode(details)
                : EnumSet.noneOf(SummaryEnum.class);
        RestfulServerUtils.streamResponseAsResource(
                details.getServer(), resource, summary, answer.status(), false, details.isRespondGzip(), details);
    }

    /** The body as JSON, null where there is none. */
    private byte @Nullable [] body(ServletRequestDetails details) {
        byte[] body = details.loadRequestContents();
        if (body == null || body.length == 0) {
            return null;
        }
        String text = new String(body, StandardCharsets.UTF_8);
        EncodingEnum encoding = EncodingEnum.detectEncodingNoDefault(text);
        if (encoding != EncodingEnum.XML) {
            return body;
        }
        try {
            IBaseResource resource = fhirContext.newXmlParser().parseResource(text);
            return fhirContext.newJsonParser().encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            throw new InvalidRequestException("The body is not a FHIR resource in XML: " + e.getMessage());
        }
    }
}
