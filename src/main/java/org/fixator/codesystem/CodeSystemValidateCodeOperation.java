package org.fixator.codesystem;

import java.util.List;
import org.fixator.coding.Coding;
import org.fixator.coding.ContentMode;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.ValidationMessages;
import org.jspecify.annotations.Nullable;

/**
 * {@code CodeSystem/$validate-code}. Of a CodeableConcept the first coding of the system asked for decides, or the first
 * valid one where no system is asked for.
 *
 * @see <a href="https://hl7.org/fhir/R5/codesystem-operation-validate-code.html">R5, $validate-code</a>
 */
public final class CodeSystemValidateCodeOperation {

    private final CodeSystems systems;

    public CodeSystemValidateCodeOperation(CodeSystems systems) {
        this.systems = systems;
    }

    /**
     * @throws TerminologyException where a supplement that the request names is missing
     */
    public ValidateCodeResult run(CodeSystemValidateCodeRequest request) {
        RequestedSupplements supplements =
                RequestedSupplements.required(systems, request.options().supplements());
        ValidateCodeResult last = null;
        List<Coding> codings = request.value().codings();
        for (int i = 0; i < codings.size(); i++) {
            ValidateCodeResult result = check(request, supplements, i);
            if (result.result()) {
                return result;
            }
            last = last == null ? result : last;
        }
        return last == null ? noCoding(request) : last;
    }

    private static ValidateCodeResult noCoding(CodeSystemValidateCodeRequest request) {
        Findings findings = new Findings();
        findings.say(ValidationMessages.noSystem("CodeableConcept"));
        return result(request, Coding.NONE, null, null, null, findings, false);
    }

    private ValidateCodeResult check(
            CodeSystemValidateCodeRequest request, RequestedSupplements supplements, int index) {
        Findings findings = new Findings();
        CodedValue value = request.value();
        Coding coding = value.codings().get(index);
        String system = request.system() != null ? request.system() : coding.system();
        String code = coding.code();
        if (system == null || code == null) {
            findings.say(ValidationMessages.noSystem(value.conceptPath(index)));
            return result(request, coding, system, null, null, findings, false);
        }
        if (coding.system() != null && !coding.system().equals(system)) {
            findings.add(ValidationMessages.otherSystem(coding.system(), system, value.path(index, "system")));
            return result(request, coding, coding.system(), null, null, findings, false);
        }
        CodeSystem codeSystem = answering(request, coding, system, index, findings);
        if (codeSystem == null) {
            return result(request, coding, system, null, null, findings, false);
        }
        Concept concept = codeSystem.find(code);
        if (concept == null) {
            boolean wrong = UnknownCodes.note(systems, codeSystem, code, value.path(index, "code"), findings);
            return result(request, coding, system, codeSystem, null, findings, !wrong);
        }
        CodeSystem full = supplements.over(codeSystem);
        checkConcept(request, full, concept, coding, index, findings);
        return result(request, coding, system, full, concept, findings, true);
    }

    private static void checkConcept(
            CodeSystemValidateCodeRequest request,
            CodeSystem system,
            Concept concept,
            Coding coding,
            int index,
            Findings findings) {
        CodedValue value = request.value();
        ValidateCodeOptions options = request.options();
        CodeSystemDescription description = system.description();
        SpellingCheck.check(description, concept, coding, value.path(index, "code"), findings);
        StatusCheck.system(description, false, false, findings);
        StatusCheck.concept(concept, value.conceptPath(index), value.path(index, "code"), findings);
        if (concept.isAbstract() && Boolean.FALSE.equals(options.abstractAllowed())) {
            findings.add(ValidationMessages.abstractNotAllowed(
                    description.url(), concept.code(), value.path(index, "code")));
        }
        if (concept.isInactive() && Boolean.TRUE.equals(options.activeOnly())) {
            findings.add(ValidationMessages.notActive(concept.code(), value.path(index, "code")));
        }
        String display = coding.display();
        if (display != null) {
            Concept named = RequestedSupplements.same(system, concept);
            new DisplayCheck(description, named, List.of(), options.languages())
                    .check(display, options.lenientDisplay(), value.path(index, "display"), findings);
        }
    }

    private @Nullable CodeSystem answering(
            CodeSystemValidateCodeRequest request, Coding coding, String system, int index, Findings findings) {
        String asked = request.version() != null ? request.version() : coding.version();
        VersionRules rules = request.options().versions();
        String version = firstOf(
                VersionRules.of(rules.force(), system),
                asked,
                VersionRules.of(rules.system(), system),
                VersionRules.of(rules.check(), system));
        CodeSystem found = systems.find(system, version);
        String path = request.value().path(index, "system");
        if (found == null) {
            UnknownSystems.note(systems, system, version, path, findings);
            return null;
        }
        ContentMode content = found.description().content();
        if (content == ContentMode.NOT_PRESENT || content == ContentMode.EXAMPLE) {
            findings.add(ValidationMessages.noContent(system, content.code(), path));
            findings.unknown(system);
            return null;
        }
        if (found.description().versionNeeded() && version == null) {
            findings.add(
                    ValidationMessages.versionNeeded(system, request.value().path(index, "version")));
        }
        String required = VersionRules.broken(rules, found.description().canonical());
        if (required != null) {
            findings.add(ValidationMessages.versionNotAllowed(
                    system,
                    found.description().version(),
                    required,
                    request.value().path(index, "version")));
        }
        return found;
    }

    private static @Nullable String firstOf(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return null;
    }

    private static ValidateCodeResult result(
            CodeSystemValidateCodeRequest request,
            Coding coding,
            @Nullable String systemUrl,
            @Nullable CodeSystem system,
            @Nullable Concept concept,
            Findings findings,
            boolean valid) {
        Concept named = concept == null || system == null ? null : RequestedSupplements.same(system, concept);
        boolean respelled = concept != null && !concept.code().equals(coding.code());
        return new ValidateCodeResult(
                valid && !findings.hasErrors(),
                findings.message(),
                request.value(),
                systemUrl,
                coding.code(),
                system == null ? null : system.description().version(),
                (named == null || system == null)
                        ? null
                        : DisplayChoice.forAnswer(request.options().languages())
                                .display(named, system.description().language()),
                (respelled && concept != null) ? concept.code() : null,
                (concept != null && concept.isInactive()) ? Boolean.TRUE : null,
                concept == null ? null : StatusCheck.told(concept),
                findings.unknownSystems(),
                findings.unknownSystem(),
                findings.issues(),
                system == null ? null : system.notice());
    }
}
