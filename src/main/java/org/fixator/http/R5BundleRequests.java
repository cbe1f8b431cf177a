package org.fixator.http;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.fixator.store.R5Resources;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.Operations;
import org.hl7.fhir.r5.model.Bundle;
import org.hl7.fhir.r5.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r5.model.Bundle.BundleType;
import org.hl7.fhir.r5.model.CodeableConcept;
import org.hl7.fhir.r5.model.IdType;
import org.hl7.fhir.r5.model.OperationOutcome;
import org.hl7.fhir.r5.model.Resource;
import org.jspecify.annotations.Nullable;

/** Batches in FHIR R5: terminology operations and reads. What stores resources in one go is R4's. */
public final class R5BundleRequests {
    private final FhirContext fhirContext;
    private final R5Resources resources;
    private final Operations terminology;

    R5BundleRequests(FhirContext fhirContext, R5Resources resources, Operations terminology) {
        this.fhirContext = fhirContext;
        this.resources = resources;
        this.terminology = terminology;
    }

    @Transaction
    public Bundle process(@TransactionParam Bundle bundle, ServletRequestDetails request) {
        if (bundle.getType() != BundleType.BATCH) {
            throw new InvalidRequestException("A bundle that is posted to the R5 endpoint must be of type batch");
        }
        RawEntries raw = RawEntries.of(request.loadRequestContents());
        Bundle answer = new Bundle();
        answer.setType(BundleType.BATCHRESPONSE);
        List<BundleEntryComponent> entries = bundle.getEntry();
        for (int i = 0; i < entries.size(); i++) {
            answer.addEntry(entry(entries.get(i), raw.resource(i), request));
        }
        return answer;
    }

    private BundleEntryComponent entry(
            BundleEntryComponent entry, byte @Nullable [] raw, ServletRequestDetails request) {
        String method =
                entry.getRequest().hasMethod() ? entry.getRequest().getMethod().toCode() : "";
        String given = entry.getRequest().hasUrl() ? entry.getRequest().getUrl() : "";
        EntryUrl url = EntryUrl.under(request.getFhirServerBase(), given);
        Optional<OperationTarget> target = OperationTarget.ofEntry(method, url);
        try {
            if (target.isPresent()) {
                byte[] body = raw != null || !entry.hasResource() ? raw : json(entry.getResource());
                OperationAnswer answer = terminology.answer(
                        OperationRequest.ofEntry(request.getServletRequest(), target.get(), url.query(), body));
                return response(answer.status(), parse(answer.json()));
            }
            if (method.equals("GET") && url.query() == null && R5Search.isRead(url.path())) {
                IdType id = new IdType(url.path());
                return response(200, (Resource) resources.read(id.getResourceType(), id, request));
            }
            throw new RefusedException(new Refusal(
                    400,
                    "not-supported",
                    "A batch at the R5 endpoint has terminology operations and reads, not '" + method + " " + url
                            + "'"));
        } catch (BaseServerResponseException e) {
            return response(e.getStatusCode(), outcome(e));
        }
    }

    private static OperationOutcome outcome(BaseServerResponseException e) {
        Refusal refusal = e instanceof RefusedException refused
                ? refused.refusal()
                : IssueTypes.refusal(e.getStatusCode(), String.valueOf(e.getMessage()));
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                .setCode(OperationOutcome.IssueType.fromCode(refusal.issueType()))
                .setDetails(new CodeableConcept().setText(refusal.text()))
                .setDiagnostics(refusal.text());
        return outcome;
    }

    private byte[] json(Resource resource) {
        return fhirContext.newJsonParser().encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
    }

    private Resource parse(byte[] json) {
        return (Resource) fhirContext.newJsonParser().parseResource(new String(json, StandardCharsets.UTF_8));
    }

    private static BundleEntryComponent response(int status, Resource resource) {
        BundleEntryComponent response = new BundleEntryComponent();
        response.getResponse().setStatus(status + (status == 200 ? " OK" : ""));
        if (resource instanceof OperationOutcome && status >= 400) {
            response.getResponse().setOutcome(resource);
        }
        response.setResource(resource);
        return response;
    }
}
