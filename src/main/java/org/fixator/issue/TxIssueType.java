package org.fixator.issue;

import java.util.Locale;

/** HL7's tx-issue-type: {@code http://hl7.org/fhir/tools/CodeSystem/tx-issue-type}. */
public enum TxIssueType {
    NOT_FOUND,
    NOT_IN_VS,
    THIS_CODE_NOT_IN_VS,
    VS_INVALID,
    INVALID_CODE,
    INVALID_DISPLAY,
    DISPLAY_COMMENT,
    CODE_COMMENT,
    CODE_RULE,
    CANNOT_INFER,
    STATUS_CHECK,
    VERSION_ERROR,
    INVALID_DATA,
    PROCESSING_NOTE,
    CANNOT_DETERMINE,
    CACHE_ID_UNKNOWN,
    CACHE_ID_DUPLICATE;

    public static final String SYSTEM = "http://hl7.org/fhir/tools/CodeSystem/tx-issue-type";

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String code() {
        return code;
    }
}
