package org.fixator.codesystem;

import java.util.List;
import org.fixator.issue.Issue;
import org.fixator.issue.LookupMessages;
import org.fixator.issue.TerminologyException;

/**
 * {@code CodeSystem/$subsumes}. What cannot be decided is refused (422) and never answered with {@code not-subsumed}:
 * an unknown code, a fragment in which no path is seen, a hierarchy that does not mean "is a". Source: FHIR R4 and R5,
 * CodeSystem operation subsumes.
 */
public final class SubsumesOperation {

    private static final int UNPROCESSABLE = 422;

    private final CodeSystems codeSystems;

    public SubsumesOperation(CodeSystems codeSystems) {
        this.codeSystems = codeSystems;
    }

    /**
     * @throws TerminologyException for an unknown system (404) or where the answer cannot be determined (422)
     */
    public SubsumesResult run(SubsumesRequest request) {
        CodeSystem system = codeSystems.find(request.system(), request.version());
        if (system == null) {
            throw new TerminologyException(LookupMessages.unknownSystem(
                    request.system(), request.version(), codeSystems.versions(request.system())));
        }
        Concept a = find(system, request.codeA());
        Concept b = find(system, request.codeB());
        return new SubsumesResult(system.subsumes(a, b), system.description());
    }

    private Concept find(CodeSystem system, String code) {
        Concept concept = system.find(code);
        if (concept == null) {
            List<String> hints = new UnknownCodeHints(codeSystems).of(system, code);
            CodeSystemDescription description = system.description();
            Issue issue = LookupMessages.unknownCode(code, description.url(), description.version(), hints);
            throw new TerminologyException(issue, UNPROCESSABLE);
        }
        return concept;
    }
}
