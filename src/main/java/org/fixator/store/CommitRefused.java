package org.fixator.store;

/** A change that must not be stored: the client gets the status and an OperationOutcome with the text. */
public final class CommitRefused extends RuntimeException {
    private final int status;
    private final String issueType;

    /** {@code issueType} is a code of FHIR's issue-type, such as {@code duplicate} or {@code business-rule}. */
    public CommitRefused(int status, String issueType, String text) {
        super(text);
        this.status = status;
        this.issueType = issueType;
    }

    public int status() {
        return status;
    }

    public String issueType() {
        return issueType;
    }
}
