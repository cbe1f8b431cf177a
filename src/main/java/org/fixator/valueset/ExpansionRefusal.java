package org.fixator.valueset;

import java.util.List;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.issue.ExpansionMessages;
import org.fixator.issue.TerminologyException;

/** Refuses to expand a value set that could not be compiled whole. */
final class ExpansionRefusal {

    /** The value set is here and the request is well-formed; it cannot be processed. */
    private static final int UNPROCESSABLE = 422;

    private ExpansionRefusal() {}

    /**
     * @throws TerminologyException for the first of the problems, if there are any
     */
    static void of(List<CompileProblem> problems) {
        if (!problems.isEmpty()) {
            throw of(problems.get(0));
        }
    }

    private static TerminologyException of(CompileProblem problem) {
        if (problem instanceof CompileProblem.MissingCodeSystem missing) {
            IncludeVersion.Missing version = missing.version();
            return new TerminologyException(
                    ExpansionMessages.codeSystemNotFound(version.url(), version.asked(), version.known()),
                    UNPROCESSABLE);
        }
        if (problem instanceof CompileProblem.ForbiddenVersion forbidden) {
            CodeSystemDescription system = forbidden.version().system().description();
            return new TerminologyException(
                    ExpansionMessages.versionNotAllowed(system.url(), system.version(), forbidden.required()),
                    UNPROCESSABLE);
        }
        if (problem instanceof CompileProblem.NoContent none) {
            CodeSystemDescription system = none.system().description();
            return new TerminologyException(ExpansionMessages.noContent(system.url(), system.content()), UNPROCESSABLE);
        }
        CompileProblem.MissingValueSet missing = (CompileProblem.MissingValueSet) problem;
        return new TerminologyException(
                ExpansionMessages.importNotFound(missing.valueSet(), missing.excluding()), UNPROCESSABLE);
    }
}
