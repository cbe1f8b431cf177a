package org.fixator.valueset;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.CodeSystems;
import org.fixator.codesystem.CodedValue;
import org.fixator.codesystem.Findings;
import org.fixator.codesystem.RequestedSupplements;
import org.fixator.codesystem.ValidateCodeResult;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.ValidationMessages;
import org.jspecify.annotations.Nullable;

/**
 * {@code ValueSet/$validate-code}. The first coding that is in the value set decides; a value none of whose codings is
 * in it is invalid, and so is one with any error.
 *
 * @see <a href="https://hl7.org/fhir/R5/valueset-operation-validate-code.html">R5, $validate-code</a>
 */
public final class ValueSetValidateCodeOperation {

    private final CodeSystems systems;
    private final ValueSets valueSets;
    private final CompiledValueSets compiled;

    public ValueSetValidateCodeOperation(CodeSystems systems, ValueSets valueSets, CompiledValueSets compiled) {
        this.systems = systems;
        this.valueSets = valueSets;
        this.compiled = compiled;
    }

    /**
     * @throws TerminologyException where the value set cannot be evaluated or a supplement that it needs is missing
     */
    public ValidateCodeResult run(ValueSetValidateCodeRequest request) {
        ConceptCheck concepts = new ConceptCheck(request, RequestedSupplements.required(systems, supplements(request)));
        Findings findings = new Findings();
        CodingCheck check = new CodingCheck(systems, valueSets, compiled, concepts, request, findings);
        List<Coding> codings = request.value().codings();
        List<CodingOutcome> outcomes = new ArrayList<>(codings.size());
        for (int i = 0; i < codings.size(); i++) {
            outcomes.add(check.run(codings.get(i), i));
        }
        CodingOutcome deciding = deciding(request.value().form(), outcomes);
        noteVerdict(request, outcomes, deciding, findings);
        return result(request.value(), deciding, findings);
    }

    private static List<Canonical> supplements(ValueSetValidateCodeRequest request) {
        List<Canonical> own = request.valueSet().supplements();
        List<Canonical> asked = request.options().supplements();
        if (own.isEmpty()) {
            return asked;
        }
        List<Canonical> both = new ArrayList<>(own);
        both.addAll(asked);
        return both;
    }

    private static void noteVerdict(
            ValueSetValidateCodeRequest request,
            List<CodingOutcome> outcomes,
            @Nullable CodingOutcome deciding,
            Findings findings) {
        CodedValue value = request.value();
        ValueSetDefinition valueSet = request.valueSet();
        if (value.form() != CodedValue.Form.CODEABLE_CONCEPT) {
            CodingOutcome only = outcomes.get(0);
            if (only.membership() == CodingOutcome.Membership.OUT) {
                findings.add(ValidationMessages.notInValueSet(
                        CodingOutcome.label(only.coding()), valueSet.label(), value.path(0, "code")));
            }
            return;
        }
        for (int i = 0; i < outcomes.size(); i++) {
            CodingOutcome outcome = outcomes.get(i);
            if (outcome.membership() == CodingOutcome.Membership.OUT) {
                findings.add(ValidationMessages.codingNotInValueSet(
                        CodingOutcome.label(outcome.coding()), valueSet.label(), value.path(i, "code")));
            }
        }
        if (deciding == null) {
            findings.add(ValidationMessages.noValidCoding(valueSet.label()));
        }
    }

    /** The first coding in the value set; of a single code the only one; of a CodeableConcept outside it none. */
    private static @Nullable CodingOutcome deciding(CodedValue.Form form, List<CodingOutcome> outcomes) {
        if (form != CodedValue.Form.CODEABLE_CONCEPT) {
            return outcomes.get(0);
        }
        for (CodingOutcome outcome : outcomes) {
            if (outcome.membership() == CodingOutcome.Membership.IN) {
                return outcome;
            }
        }
        for (CodingOutcome outcome : outcomes) {
            if (outcome.membership() == CodingOutcome.Membership.UNDECIDED
                    || outcome.membership() == CodingOutcome.Membership.UNKNOWN) {
                return outcome;
            }
        }
        return null;
    }

    private static ValidateCodeResult result(CodedValue value, @Nullable CodingOutcome deciding, Findings findings) {
        boolean valid =
                deciding != null && deciding.membership() == CodingOutcome.Membership.IN && !findings.hasErrors();
        CodingOutcome shown = deciding;
        boolean named = shown != null
                && (value.form() != CodedValue.Form.CODEABLE_CONCEPT
                        || shown.membership() != CodingOutcome.Membership.UNKNOWN);
        return new ValidateCodeResult(
                valid,
                findings.message(),
                value,
                named && shown != null ? shown.system() : null,
                named && shown != null ? shown.code() : null,
                shown == null ? null : shown.version(),
                shown == null ? null : shown.display(),
                shown == null ? null : shown.normalizedCode(),
                shown == null ? null : shown.inactive(),
                shown == null ? null : shown.status(),
                findings.unknownSystems(),
                findings.unknownSystem(),
                findings.issues(),
                shown == null ? null : shown.notice());
    }
}
