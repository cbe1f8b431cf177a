package org.fixator.store;

import ca.uhn.fhir.context.support.ConceptValidationOptions;
import ca.uhn.fhir.context.support.LookupCodeRequest;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.context.support.ValueSetExpansionOptions;
import ca.uhn.fhir.jpa.model.sched.ISchedulerService;
import ca.uhn.fhir.jpa.term.TermReadSvcImpl;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.util.FhirVersionIndependentConcept;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.fixator.store.TerminologyAnswers.CodeAnswer;
import org.fixator.store.TerminologyAnswers.Concept;
import org.fixator.store.TerminologyAnswers.TooManyCodes;
import org.fixator.store.TerminologyAnswers.ValueSetAsked;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;

/**
 * Puts the engine where HAPI looks for terminology. HAPI injects this bean twice: as the service behind
 * {@code :in}, {@code :below} and {@code :above} in searches, and as a link of the validation chain behind
 * {@code $validate}. It extends HAPI's class because HAPI casts to it in places.
 */
final class EngineTerminology extends TermReadSvcImpl {
    private final TerminologyAnswers answers;

    EngineTerminology(TerminologyAnswers answers) {
        this.answers = answers;
    }

    /** HAPI's jobs would expand value sets into its tables. */
    @Override
    public void scheduleJobs(ISchedulerService scheduler) {}

    @Override
    public boolean isCodeSystemSupported(ValidationSupportContext context, @Nullable String system) {
        return system != null && answers.knowsSystem(system);
    }

    @Override
    public boolean isValueSetSupported(ValidationSupportContext context, @Nullable String url) {
        return url != null && answers.knowsValueSet(url);
    }

    @Override
    public @Nullable CodeValidationResult validateCode(
            ValidationSupportContext context,
            ConceptValidationOptions options,
            @Nullable String system,
            @Nullable String code,
            @Nullable String display,
            @Nullable String valueSetUrl) {
        if (code == null) {
            return null;
        }
        if (valueSetUrl != null && !valueSetUrl.isBlank()) {
            return answers.knowsValueSet(valueSetUrl)
                    ? inValueSet(options, system, code, display, new ValueSetAsked(valueSetUrl, null))
                    : null;
        }
        if (system == null || !answers.knowsSystem(system)) {
            return null;
        }
        return result(code, answers.validateCode(system, code, display));
    }

    @Override
    public @Nullable CodeValidationResult validateCodeInValueSet(
            ValidationSupportContext context,
            ConceptValidationOptions options,
            @Nullable String system,
            @Nullable String code,
            @Nullable String display,
            IBaseResource valueSet) {
        return code == null ? null : inValueSet(options, system, code, display, asked(valueSet));
    }

    private CodeValidationResult inValueSet(
            ConceptValidationOptions options,
            @Nullable String system,
            String code,
            @Nullable String display,
            ValueSetAsked valueSet) {
        String given = options.isInferSystem() ? null : system;
        return result(code, answers.validateCodeInValueSet(given, code, display, valueSet));
    }

    private static CodeValidationResult result(String code, CodeAnswer answer) {
        CodeValidationResult result = new CodeValidationResult();
        result.setMessage(answer.message());
        if (!answer.valid()) {
            return result.setSeverity(IssueSeverity.ERROR);
        }
        return result.setCode(code).setDisplay(answer.display()).setCodeSystemVersion(answer.systemVersion());
    }

    @Override
    public LookupCodeResult lookupCode(ValidationSupportContext context, LookupCodeRequest request) {
        Optional<Concept> found = answers.lookup(request.getSystem(), request.getCode(), request.getDisplayLanguage());
        LookupCodeResult result = new LookupCodeResult()
                .setFound(found.isPresent())
                .setSearchedForSystem(request.getSystem())
                .setSearchedForCode(request.getCode());
        found.ifPresent(concept -> {
            result.setCodeDisplay(concept.display());
            result.setCodeSystemVersion(concept.version());
        });
        return result;
    }

    @Override
    public ValueSetExpansionOutcome expandValueSet(
            ValidationSupportContext context, @Nullable ValueSetExpansionOptions options, IBaseResource valueSet) {
        return new ValueSetExpansionOutcome(expanded(asked(valueSet), options));
    }

    @Override
    public ValueSet expandValueSet(@Nullable ValueSetExpansionOptions options, String url) {
        return expanded(new ValueSetAsked(url, null), options);
    }

    @Override
    public ValueSet expandValueSet(@Nullable ValueSetExpansionOptions options, ValueSet valueSet) {
        return expanded(asked(valueSet), options);
    }

    @Override
    public List<FhirVersionIndependentConcept> expandValueSetIntoConceptList(
            @Nullable ValueSetExpansionOptions options, String url) {
        return concepts(members(new ValueSetAsked(url, null), options));
    }

    @Override
    public List<FhirVersionIndependentConcept> findCodesBelow(String system, String code) {
        return concepts(answers.codesBelow(system, code));
    }

    @Override
    public List<FhirVersionIndependentConcept> findCodesAbove(String system, String code) {
        return concepts(answers.codesAbove(system, code));
    }

    /**
     * Asked after the stored ones, so this is for value sets that only the engine knows. The validator wants a resource;
     * all else is asked by its url.
     */
    @Override
    public @Nullable IBaseResource fetchValueSet(@Nullable String url) {
        if (url == null || !answers.knowsValueSet(url)) {
            return null;
        }
        return new ValueSet().setUrl(url).setStatus(PublicationStatus.ACTIVE);
    }

    private ValueSet expanded(ValueSetAsked asked, @Nullable ValueSetExpansionOptions options) {
        ValueSet expanded = new ValueSet();
        expanded.setUrl(asked.url());
        for (Concept concept : members(asked, options)) {
            expanded.getExpansion()
                    .addContains()
                    .setSystem(concept.system())
                    .setVersion(concept.version())
                    .setCode(concept.code())
                    .setDisplay(concept.display());
        }
        return expanded;
    }

    private List<Concept> members(ValueSetAsked asked, @Nullable ValueSetExpansionOptions options) {
        int limit = options == null
                ? ValueSetExpansionOptions.forOffsetAndCount(0, 1000).getCount()
                : options.getCount();
        try {
            return answers.expand(asked, limit);
        } catch (TooManyCodes e) {
            throw new PreconditionFailedException(e.getMessage());
        }
    }

    private ValueSetAsked asked(IBaseResource valueSet) {
        String url = valueSet instanceof ValueSet r4 ? r4.getUrl() : null;
        if (url != null && answers.knowsValueSet(url)) {
            return new ValueSetAsked(url, null);
        }
        String json = getFhirContext().newJsonParser().encodeResourceToString(valueSet);
        return new ValueSetAsked(url, json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<FhirVersionIndependentConcept> concepts(List<Concept> concepts) {
        return concepts.stream()
                .map(c -> new FhirVersionIndependentConcept(c.system(), c.code(), c.display(), c.version()))
                .toList();
    }
}
