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
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
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
    public Bundle process(@TransactionParam @Nullable Bundle bundle, ServletRequestDetails request) {
        if (bundle == null) {
            throw new InvalidRequestException("There is no body: a bundle of type batch or transaction is expected");
        }
        if (bundle.getType() != BundleType.BATCH && bundle.getType() != BundleType.TRANSACTION) {
            throw new InvalidRequestException("A bundle that is posted here must be of type batch or transaction");
        }
        List<BundleEntryComponent> entries = bundle.getEntry();
        for (int i = 0; i < entries.size(); i++) {
            check(entries.get(i).getRequest(), i, request.getFhirServerBase());
        }
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

    /** What HAPI would trip over, or take for more than was meant. */
    private static void check(BundleEntryRequestComponent entry, int index, String base) {
        String place = "Bundle.entry[" + index + "].request";
        if (!entry.hasMethod() || !entry.hasUrl()) {
            throw new InvalidRequestException(place + " must have a method and a url");
        }
        if (entry.hasIfMatch()
                && !RequestFormFilter.VERSION.matcher(entry.getIfMatch()).matches()) {
            throw new InvalidRequestException(place + ".ifMatch must name a version, not " + entry.getIfMatch());
        }
        String method = entry.getMethod().toCode();
        if (method.equals("DELETE") || method.equals("PATCH")) {
            EntryUrl url = EntryUrl.under(base, entry.getUrl());
            if (DeleteCriteria.areMissing(url.path(), OperationRequest.query(url.query()))) {
                throw DeleteCriteria.refusal(place + " " + method);
            }
        }
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
                int status = status(entry.getResponse().getStatus());
                outcome.getIssue().forEach(issue -> inPlainWords(issue, status));
            }
        }
        return answer;
    }

    private static void inPlainWords(OperationOutcomeIssueComponent issue, int status) {
        if (issue.hasDiagnostics()) {
            String text = Failures.plain(issue.getDiagnostics());
            issue.setDiagnostics(text);
            if (status >= 400 && !issue.hasDetails()) {
                issue.getDetails().setText(text);
                issue.setCode(OperationOutcome.IssueType.fromCode(
                        IssueTypes.refusal(status, text).issueType()));
            }
        }
    }

    /** The number that an entry's status begins with; 0 where there is none. */
    private static int status(@Nullable String status) {
        return status != null && status.matches("\\d{3}.*") ? Integer.parseInt(status.substring(0, 3)) : 0;
    }

    private BundleEntryComponent operation(
            BundleEntryComponent entry, byte @Nullable [] raw, OperationTarget target, ServletRequestDetails request) {
        OperationAnswer answer;
        try {
            answer = terminology.answer(OperationRequest.ofEntry(
                    request.getServletRequest(),
                    target,
                    EntryUrl.under(
                                    request.getFhirServerBase(),
                                    entry.getRequest().getUrl())
                            .query(),
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
        return OperationTarget.ofEntry(request.getMethod().toCode(), EntryUrl.under(base, request.getUrl()));
    }
}
