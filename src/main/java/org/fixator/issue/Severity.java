package org.fixator.issue;

import java.util.Locale;

/** How bad an issue is: FHIR's issue-severity. */
public enum Severity {
    FATAL,
    ERROR,
    WARNING,
    INFORMATION;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
