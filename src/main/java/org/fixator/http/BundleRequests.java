package org.fixator.http;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.Operations;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Batches and transactions. HAPI processes them, except for the operations in a batch: of those it knows only GET, and a
 * POST it takes for the creation of a Parameters resource.
 */
public final class BundleRequests {
    private final FhirContext fhirContext;
    private final @Nullable IFhirSystemDao<Bundle, Meta> system;
    private final Operations terminology;

    /** @param system what reads and writes go to; {@code null} at an endpoint that has operations only */
    BundleRequests(FhirContext fhirContext, @Nullable IFhirSystemDao<Bundle, Meta> system, Operations terminology) {
        this.fhirContext = fhirContext;
        this.system = system;
        this.terminology = terminology;
    }

    @Transaction
    public Bundle process(@TransactionParam Bundle bundle, ServletRequestDetails request) {
        if (bundle.getType() != BundleType.BATCH && bundle.getType() != BundleType.TRANSACTION) {
            throw new InvalidRequestException("A bundle that is posted here must be of type batch or transaction");
        }
        List<BundleEntryComponent> entries = bundle.getEntry();
        List<@Nullable OperationTarget> targets = new ArrayList<>();
        for (BundleEntryComponent entry : entries) {
            targets.add(target(entry.getRequest(), request.getFhirServerBase()).orElse(null));
        }
        if (targets.stream().allMatch(target -> target == null)) {
            return others(bundle, request);
        }
        if (bundle.getType() != BundleType.BATCH) {
            throw new InvalidRequestException(
                    "Terminology operations in a bundle of type transaction are not supported: send a batch");
        }
        return batch(bundle, targets, request);
    }

    private Bundle batch(Bundle bundle, List<@Nullable OperationTarget> targets, ServletRequestDetails request) {
        Bundle rest = new Bundle();
        rest.setType(BundleType.BATCH);
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i) == null) {
                rest.addEntry(bundle.getEntry().get(i));
            }
        }
        List<BundleEntryComponent> others =
                rest.hasEntry() ? others(rest, request).getEntry() : List.of();

        RawEntries raw = RawEntries.of(request.loadRequestContents());
        Bundle answer = new Bundle();
        answer.setType(BundleType.BATCHRESPONSE);
        int nextOther = 0;
        for (int i = 0; i < targets.size(); i++) {
            OperationTarget target = targets.get(i);
            answer.addEntry(
                    target == null
                            ? others.get(nextOther++)
                            : operation(bundle.getEntry().get(i), raw.resource(i), target, request));
        }
        return answer;
    }

    private Bundle others(Bundle entries, ServletRequestDetails request) {
        if (system == null) {
            throw new InvalidRequestException("A bundle at this endpoint has terminology operations only");
        }
        return inPlainWords(system.transaction(request, entries));
    }

    /** An entry that HAPI refuses bears HAPI's own outcome. */
    private static Bundle inPlainWords(Bundle answer) {
        for (BundleEntryComponent entry : answer.getEntry()) {
            if (entry.getResponse().getOutcome() instanceof OperationOutcome outcome) {
                outcome.getIssue().forEach(issue -> {
                    if (issue.hasDiagnostics()) {
                        issue.setDiagnostics(Failures.plain(issue.getDiagnostics()));
                    }
                });
            }
        }
        return answer;
    }

    private BundleEntryComponent operation(
            BundleEntryComponent entry, byte @Nullable [] raw, OperationTarget target, ServletRequestDetails request) {
        OperationAnswer answer;
        try {
            answer = terminology.answer(OperationRequest.ofEntry(
                    request.getServletRequest(),
                    target,
                    query(entry.getRequest().getUrl()),
                    raw != null ? raw : body(entry)));
        } catch (RefusedException e) {
            return response(e.getStatusCode(), (OperationOutcome) e.getOperationOutcome());
        }
        Resource resource =
                (Resource) fhirContext.newJsonParser().parseResource(new String(answer.json(), StandardCharsets.UTF_8));
        return response(answer.status(), resource);
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

    private byte @Nullable [] body(BundleEntryComponent entry) {
        if (!entry.hasResource()) {
            return null;
        }
        String json = fhirContext.newJsonParser().encodeResourceToString(entry.getResource());
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<OperationTarget> target(BundleEntryRequestComponent request, String base) {
        if (!request.hasMethod() || !request.hasUrl()) {
            return Optional.empty();
        }
        return OperationTarget.ofEntry(request.getMethod().toCode(), request.getUrl(), base);
    }

    private static @Nullable String query(String url) {
        int question = url.indexOf('?');
        return question < 0 ? null : url.substring(question + 1);
    }
}
