package org.fixator.catalog;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.CodeSystemValidateCodeRequest;
import org.fixator.codesystem.CodeSystems;
import org.fixator.codesystem.CodedValue;
import org.fixator.codesystem.ValidateCodeResult;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.conceptmap.TranslateRequest;
import org.fixator.conceptmap.TranslateResult;
import org.fixator.issue.CatalogMessages;
import org.fixator.issue.Issue;
import org.fixator.valueset.ValueSetValidateCodeRequest;
import org.jspecify.annotations.Nullable;

/**
 * Puts the name under which a system is served in place of any other name of it, before an operation runs; afterwards the
 * answer says so. Value sets and maps are written with the name to use, so a code under another name would not be found in
 * them.
 */
final class ServedNames {

    private final CodeSystems systems;

    ServedNames(CodeSystems systems) {
        this.systems = systems;
    }

    CodeSystemValidateCodeRequest of(CodeSystemValidateCodeRequest request) {
        String system = request.system();
        if (!isOtherwiseNamed(request.value()) && !isOtherwiseNamed(system)) {
            return request;
        }
        return new CodeSystemValidateCodeRequest(
                of(request.value()),
                system == null ? null : systems.served(system),
                request.version(),
                request.options());
    }

    ValueSetValidateCodeRequest of(ValueSetValidateCodeRequest request) {
        return isOtherwiseNamed(request.value())
                ? new ValueSetValidateCodeRequest(request.valueSet(), of(request.value()), request.options())
                : request;
    }

    TranslateRequest of(TranslateRequest request) {
        Canonical target = request.targetSystem();
        if (!isOtherwiseNamed(request.value()) && (target == null || !isOtherwiseNamed(target.url()))) {
            return request;
        }
        return new TranslateRequest(
                request.map(),
                of(request.value()),
                request.reverse(),
                request.sourceScope(),
                request.targetScope(),
                target == null ? null : new Canonical(systems.served(target.url()), target.version()),
                request.dependencies());
    }

    private CodedValue of(CodedValue value) {
        return isOtherwiseNamed(value)
                ? new CodedValue(
                        value.form(), value.codings().stream().map(this::of).toList(), value.text())
                : value;
    }

    private Coding of(Coding coding) {
        String system = coding.system();
        return system == null
                ? coding
                : new Coding(systems.served(system), coding.version(), coding.code(), coding.display());
    }

    private boolean isOtherwiseNamed(CodedValue value) {
        List<Coding> codings = value.codings();
        for (int i = 0; i < codings.size(); i++) {
            if (isOtherwiseNamed(codings.get(i).system())) {
                return true;
            }
        }
        return false;
    }

    private boolean isOtherwiseNamed(@Nullable String system) {
        return system != null && !systems.served(system).equals(system);
    }

    /** @param system the system of the request besides that of its value, where it has one */
    ValidateCodeResult warned(ValidateCodeResult result, CodedValue asked, @Nullable String system) {
        List<Issue> warnings = warnings(asked, system);
        if (warnings.isEmpty()) {
            return result;
        }
        List<Issue> issues = new ArrayList<>(result.issues());
        issues.addAll(warnings);
        return new ValidateCodeResult(
                result.result(),
                with(result.message(), warnings),
                result.value(),
                result.system(),
                result.code(),
                result.version(),
                result.display(),
                result.normalizedCode(),
                result.inactive(),
                result.status(),
                result.unknownSystems(),
                result.unknownSystem(),
                issues,
                result.notice());
    }

    TranslateResult warned(TranslateResult result, CodedValue asked) {
        List<Issue> warnings = warnings(asked, null);
        return warnings.isEmpty()
                ? result
                : new TranslateResult(result.result(), with(result.message(), warnings), result.matches());
    }

    private List<Issue> warnings(CodedValue asked, @Nullable String system) {
        List<Issue> warnings = List.of();
        for (int i = 0; i < asked.codings().size(); i++) {
            String own = asked.codings().get(i).system();
            String stated = own == null ? system : own;
            if (stated != null && isOtherwiseNamed(stated)) {
                warnings = warnings.isEmpty() ? new ArrayList<>() : warnings;
                warnings.add(CatalogMessages.otherName(stated, systems.served(stated), asked.path(i, "system")));
            }
        }
        return warnings;
    }

    private static String with(@Nullable String message, List<Issue> warnings) {
        String warned = String.join("; ", warnings.stream().map(Issue::text).toList());
        return message == null ? warned : message + "; " + warned;
    }
}
