package org.fixator.issue;

import java.util.Locale;

/** How bad an issue is: FHIR's issue-severity. */
public enum Severity {
    FATAL,
    ERROR,
    WARNING,
    INFORMATION;

    private final String code = name().toLowerCase(Locale.ROOT);

    public String code() {
        return code;
    }
}
