package org.fixator.valueset;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.CodedValue;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.DisplayCheck;
import org.fixator.codesystem.DisplayChoice;
import org.fixator.codesystem.Findings;
import org.fixator.codesystem.RequestedSupplements;
import org.fixator.codesystem.SpellingCheck;
import org.fixator.codesystem.StatusCheck;
import org.fixator.codesystem.ValidateCodeOptions;
import org.fixator.coding.Coding;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.issue.ValidationMessages;
import org.jspecify.annotations.Nullable;

/** What there is to say of a concept that was found: its spelling, status, abstractness, display. */
final class ConceptCheck {

    private static final String DEPRECATED = "http://hl7.org/fhir/StructureDefinition/valueset-deprecated";
    private static final String STANDARDS_STATUS =
            "http://hl7.org/fhir/StructureDefinition/structuredefinition-standards-status";

    private final ValueSetDefinition valueSet;
    private final CodedValue value;
    private final ValidateCodeOptions options;
    private final RequestedSupplements supplements;

    /**
     * @param supplements the supplements of the request
     */
    ConceptCheck(ValueSetValidateCodeRequest request, RequestedSupplements supplements) {
        this.valueSet = request.valueSet();
        this.value = request.value();
        this.options = request.options();
        this.supplements = supplements;
    }

    /** Notes all there is to say of a concept in the value set; {@code false} where the request rules it out. */
    boolean check(
            CodeSystem system, Concept concept, Coding coding, int index, ValidatedValueSet drawn, Findings findings) {
        SpellingCheck.check(system.description(), concept, coding, value.path(index, "code"), findings);
        noteSystemStanding(system.description(), findings);
        EnumeratedConcept given = drawn.given(system, concept);
        noteDeprecatedInValueSet(system.description(), concept, given, index, findings);
        boolean allowed = noteAbstract(system.description(), concept, index, findings);
        if (concept.isInactive() && Boolean.TRUE.equals(options.activeOnly())) {
            findings.add(ValidationMessages.notActive(concept.code(), value.path(index, "code")));
            allowed = false;
        }
        noteConcept(system, concept, coding, index, given, findings);
        return allowed;
    }

    /** Notes what there is to say of a concept that the value set does not have. */
    void checkOutside(
            CodeSystem system, Concept concept, Coding coding, int index, ValidatedValueSet drawn, Findings findings) {
        if (concept.isInactive() && drawn.excludesInactive()) {
            findings.add(ValidationMessages.notActive(concept.code(), value.path(index, "code")));
        }
        noteConcept(system, concept, coding, index, null, findings);
    }

    CodingOutcome outcome(CodingOutcome.Membership membership, CodeSystem system, Concept concept, Coding coding) {
        CodeSystem full = supplements.over(system);
        Concept named = full == system ? concept : RequestedSupplements.same(full, concept);
        String code = concept.code();
        boolean respelled = !code.equals(coding.code());
        return new CodingOutcome(
                membership,
                coding,
                system.description().version(),
                DisplayChoice.forAnswer(options.languages())
                        .display(named, full.description().language()),
                respelled ? code : null,
                concept.isInactive() ? Boolean.TRUE : null,
                StatusCheck.told(concept),
                system.notice());
    }

    /** Notes the value sets that were used and are not in good standing. */
    void noteStandings(ValidatedValueSet drawn, Findings findings) {
        noteStanding(drawn.definition(), findings);
        List<ValueSetDefinition> imports = drawn.imports();
        for (int i = 0; i < imports.size(); i++) {
            noteStanding(imports.get(i), findings);
        }
    }

    private void noteStanding(ValueSetDefinition used, Findings findings) {
        String standing = StatusCheck.standing(
                used.status(), used.standardsStatus(), used.experimental(), valueSet.experimental(), isDraft());
        if (standing != null) {
            findings.add(ValidationMessages.standing(standing, "ValueSet", used.label()));
        }
    }

    /** The names that a value set gives a concept. */
    static List<Designation> names(@Nullable EnumeratedConcept given) {
        if (given == null) {
            return List.of();
        }
        List<Designation> names = new ArrayList<>();
        String display = given.display();
        if (display != null) {
            names.add(Designation.of(null, null, display));
        }
        names.addAll(given.designations());
        return names;
    }

    private void noteConcept(
            CodeSystem system,
            Concept concept,
            Coding coding,
            int index,
            @Nullable EnumeratedConcept given,
            Findings findings) {
        StatusCheck.concept(concept, value.conceptPath(index), value.path(index, "code"), findings);
        String display = coding.display();
        if (display != null && !options.membershipOnly()) {
            CodeSystem full = supplements.over(system);
            new DisplayCheck(
                            full.description(),
                            RequestedSupplements.same(full, concept),
                            names(given),
                            options.languages())
                    .check(display, options.lenientDisplay(), value.path(index, "display"), findings);
        }
    }

    private void noteSystemStanding(CodeSystemDescription system, Findings findings) {
        StatusCheck.system(system, valueSet.experimental(), isDraft(), findings);
    }

    private boolean isDraft() {
        return "draft".equals(valueSet.status()) || "draft".equals(valueSet.standardsStatus());
    }

    private void noteDeprecatedInValueSet(
            CodeSystemDescription system,
            Concept concept,
            @Nullable EnumeratedConcept given,
            int index,
            Findings findings) {
        String status = given == null ? null : deprecation(given.extensions());
        if (status != null) {
            findings.add(ValidationMessages.deprecatedInValueSet(
                    concept.code(), system.url(), valueSet.label(), status, value.path(index, "code")));
        }
    }

    private static @Nullable String deprecation(List<Extension> extensions) {
        for (Extension extension : extensions) {
            String stated = extension.value();
            if (extension.url().equals(DEPRECATED) && "true".equals(stated)) {
                return "deprecated";
            }
            if (extension.url().equals(STANDARDS_STATUS)
                    && ("deprecated".equals(stated) || "withdrawn".equals(stated))) {
                return stated;
            }
        }
        return null;
    }

    private boolean noteAbstract(CodeSystemDescription system, Concept concept, int index, Findings findings) {
        if (concept.isAbstract() && Boolean.FALSE.equals(options.abstractAllowed())) {
            findings.add(
                    ValidationMessages.abstractNotAllowed(system.url(), concept.code(), value.path(index, "code")));
            return false;
        }
        return true;
    }
}
