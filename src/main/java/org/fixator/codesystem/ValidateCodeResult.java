package org.fixator.codesystem;

import java.util.List;
import org.fixator.issue.Issue;
import org.jspecify.annotations.Nullable;

/**
 * The answer of both validations. A "no" is such an answer too.
 *
 * @param result whether the value is valid
 * @param message the error texts joined, where there is something to say
 * @param value the value that was checked, for echoing a CodeableConcept
 * @param system system of the coding that decided
 * @param code code of the coding that decided, as the client wrote it
 * @param version version of the code system that answered
 * @param display the display that is right
 * @param normalizedCode the code as the system writes it, where it differs from the client's
 * @param inactive {@code true} where the concept is inactive, else {@code null}
 * @param status the concept's status where it is not active
 * @param unknownSystems canonicals that the answer would have needed ({@code x-caused-by-unknown-system})
 * @param unknownSystem a system that is unknown altogether ({@code x-unknown-system})
 * @param issues all issues, in the order they were found
 * @param notice the line that every answer with concepts of the system has to carry ({@link CodeSystem#notice})
 */
public record ValidateCodeResult(
        boolean result,
        @Nullable String message,
        CodedValue value,
        @Nullable String system,
        @Nullable String code,
        @Nullable String version,
        @Nullable String display,
        @Nullable String normalizedCode,
        @Nullable Boolean inactive,
        @Nullable String status,
        List<String> unknownSystems,
        @Nullable String unknownSystem,
        List<Issue> issues,
        @Nullable String notice) {

    /** An answer without a notice. */
    public ValidateCodeResult(
            boolean result,
            @Nullable String message,
            CodedValue value,
            @Nullable String system,
            @Nullable String code,
            @Nullable String version,
            @Nullable String display,
            @Nullable String normalizedCode,
            @Nullable Boolean inactive,
            @Nullable String status,
            List<String> unknownSystems,
            @Nullable String unknownSystem,
            List<Issue> issues) {
        this(
                result,
                message,
                value,
                system,
                code,
                version,
                display,
                normalizedCode,
                inactive,
                status,
                unknownSystems,
                unknownSystem,
                issues,
                null);
    }

    public ValidateCodeResult {
        unknownSystems = List.copyOf(unknownSystems);
        issues = List.copyOf(issues);
    }
}
