package org.fixator.http;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import org.hl7.fhir.r4.model.OperationOutcome;

/** A {@link Refusal} met while a body is read, by a filter or by HAPI, which knows how to answer this type. */
final class RefusedException extends BaseServerResponseException {
    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.status(), refusal.text(), outcome(refusal));
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }

    private static OperationOutcome outcome(Refusal refusal) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                .setCode(OperationOutcome.IssueType.fromCode(refusal.issueType()))
                .setDiagnostics(refusal.text());
        return outcome;
    }
}
