package org.fixator.issue;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A request that cannot be answered, with what is wrong. Thrown at any depth, turned into an OperationOutcome in one
 * place. It is control flow for the caller's errors, so it records no stack trace.
 */
public final class TerminologyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Issue> issues;
    private final int status;

    public TerminologyException(Issue issue) {
        this(List.of(issue), issue.type().status());
    }

    public TerminologyException(Issue issue, int status) {
        this(List.of(issue), status);
    }

    /**
     * @param issues at least one
     * @param status the HTTP status of the answer: 4xx, or 503 where the same question can be answered later
     */
    public TerminologyException(List<Issue> issues, int status) {
        super(issues.stream().map(Issue::text).collect(Collectors.joining("; ")), null, false, false);
        if (issues.isEmpty()) {
            throw new IllegalArgumentException("No issue given");
        }
        this.issues = List.copyOf(issues);
        this.status = status;
    }

    public List<Issue> issues() {
        return issues;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }
}
