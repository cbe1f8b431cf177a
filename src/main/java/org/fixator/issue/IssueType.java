package org.fixator.issue;

import java.util.Locale;

/** What kind of issue it is, and the HTTP status of an answer that consists of it: FHIR's issue-type. */
public enum IssueType {
    INVALID(400),
    STRUCTURE(400),
    REQUIRED(400),
    VALUE(400),
    NOT_SUPPORTED(400),
    DUPLICATE(409),
    CONFLICT(409),
    NOT_FOUND(404),
    CODE_INVALID(422),
    BUSINESS_RULE(422),
    PROCESSING(422),
    TOO_COSTLY(422),
    TOO_LONG(413),
    SECURITY(403),
    LOGIN(401),
    EXCEPTION(500),
    TIMEOUT(422),
    TRANSIENT(503),
    NO_STORE(507),
    INFORMATIONAL(200);

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final int status;

    IssueType(int status) {
        this.status = status;
    }

    /** The FHIR code, for example {@code code-invalid}. */
    public String code() {
        return code;
    }

    /** The HTTP status of a response that refuses a request for this reason. */
    public int status() {
        return status;
    }
}
