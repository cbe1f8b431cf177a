package org.fixator.issue;

import org.jspecify.annotations.Nullable;

/**
 * One thing to say about a request or a code.
 *
 * @param severity how bad it is
 * @param type FHIR's issue type
 * @param txType HL7's finer type, where one fits
 * @param messageId the name of the text in HL7's message catalogue, where it has one
 * @param text what is wrong and, where known, what would be right
 * @param expression FHIRPath of the input element concerned, where there is one
 */
public record Issue(
        Severity severity,
        IssueType type,
        @Nullable TxIssueType txType,
        @Nullable String messageId,
        String text,
        @Nullable String expression) {

    /** The same issue, said of another element. */
    public Issue at(@Nullable String element) {
        return new Issue(severity, type, txType, messageId, text, element);
    }

    /** The same issue with another severity. */
    public Issue as(Severity other) {
        return new Issue(other, type, txType, messageId, text, expression);
    }

    public boolean isError() {
        return severity == Severity.ERROR || severity == Severity.FATAL;
    }
}
