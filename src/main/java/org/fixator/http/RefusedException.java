package org.fixator.http;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.FhirVersionEnum;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.util.OperationOutcomeUtil;
import org.hl7.fhir.instance.model.api.IBaseOperationOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
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

    /** The same with an outcome of another FHIR release, which HAPI would not write otherwise. */
    BaseServerResponseException in(FhirContext fhirContext) {
        if (fhirContext.getVersion().getVersion() == FhirVersionEnum.R4) {
            return this;
        }
        IBaseOperationOutcome outcome = OperationOutcomeUtil.newInstance(fhirContext);
        OperationOutcomeUtil.addIssue(fhirContext, outcome, "error", refusal.text(), null, refusal.issueType());
        fhirContext.newTerser().addElement(outcome, "OperationOutcome.issue.details.text", refusal.text());
        return new OfOtherRelease(refusal, outcome);
    }

    private static final class OfOtherRelease extends BaseServerResponseException {
        OfOtherRelease(Refusal refusal, IBaseOperationOutcome outcome) {
            super(refusal.status(), refusal.text(), outcome);
        }
    }

    private static OperationOutcome outcome(Refusal refusal) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                .setCode(OperationOutcome.IssueType.fromCode(refusal.issueType()))
                .setDetails(new CodeableConcept().setText(refusal.text()))
                .setDiagnostics(refusal.text());
        return outcome;
    }
}
