package org.fixator.issue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The issues of both {@code $validate-code} operations about codes, systems and versions. Message ids and wording
 * follow HL7's message catalogue; those about displays are in {@link DisplayMessages}.
 */
public final class ValidationMessages {

    private ValidationMessages() {}

    /** The code is not in the value set: the verdict on a single code or Coding. */
    public static Issue notInValueSet(String code, String valueSet, String path) {
        return new Issue(
                Severity.ERROR,
                IssueType.CODE_INVALID,
                TxIssueType.NOT_IN_VS,
                "None_of_the_provided_codes_are_in_the_value_set_one",
                notFoundText(code, valueSet),
                path);
    }

    /** This coding of a CodeableConcept is not in the value set, which alone decides nothing. */
    public static Issue codingNotInValueSet(String code, String valueSet, String path) {
        return new Issue(
                Severity.INFORMATION,
                IssueType.CODE_INVALID,
                TxIssueType.THIS_CODE_NOT_IN_VS,
                "None_of_the_provided_codes_are_in_the_value_set_one",
                notFoundText(code, valueSet),
                path);
    }

    /** No coding of a CodeableConcept is in the value set: the verdict. */
    public static Issue noValidCoding(String valueSet) {
        return new Issue(
                Severity.ERROR,
                IssueType.CODE_INVALID,
                TxIssueType.NOT_IN_VS,
                "TX_GENERAL_CC_ERROR_MESSAGE",
                "No valid coding was found for the value set '" + labelled(valueSet) + "'",
                null);
    }

    /** Membership cannot be decided because a code system is not known. */
    public static Issue cannotCheckMembership(String valueSet, String system, @Nullable String path) {
        return new Issue(
                Severity.WARNING,
                IssueType.NOT_FOUND,
                TxIssueType.VS_INVALID,
                "UNABLE_TO_CHECK_IF_THE_PROVIDED_CODES_ARE_IN_THE_VALUE_SET_CS",
                "Unable to check whether the code is in the value set '" + labelled(valueSet)
                        + "' because the code system " + system + " was not found",
                path);
    }

    /**
     * A code that the code system does not have.
     *
     * @param hint what is known besides, a sentence or empty
     */
    public static Issue unknownCode(String code, String system, @Nullable String version, String hint, String path) {
        String text = version == null
                ? "Unknown code '" + code + "' in the CodeSystem '" + system + "'"
                : "Unknown code '" + code + "' in the CodeSystem '" + system + "' version '" + version + "'";
        return new Issue(
                Severity.ERROR,
                IssueType.CODE_INVALID,
                TxIssueType.INVALID_CODE,
                version == null ? "Unknown_Code_in" : "Unknown_Code_in_Version",
                hint.isEmpty() ? text : text + ". " + hint,
                path);
    }

    /** A code that the fragment at hand does not have; it may be valid. */
    public static Issue unknownCodeInFragment(String code, String system, @Nullable String version, String path) {
        return new Issue(
                Severity.WARNING,
                IssueType.CODE_INVALID,
                TxIssueType.INVALID_CODE,
                "UNKNOWN_CODE_IN_FRAGMENT",
                "Unknown Code '" + code + "' in the CodeSystem '" + system + "' version '" + orEmpty(version)
                        + "' - note that the code system is labeled as a fragment, so the code may be valid in some"
                        + " other fragment",
                path);
    }

    /** What the code system knows about the nearest right codes. */
    public static Issue hint(String text, String path) {
        return new Issue(Severity.INFORMATION, IssueType.INFORMATIONAL, TxIssueType.PROCESSING_NOTE, null, text, path);
    }

    /** What a grammar says is wrong with a code. */
    public static Issue malformedCode(String complaint, String path) {
        return new Issue(Severity.INFORMATION, IssueType.CODE_INVALID, TxIssueType.INVALID_CODE, null, complaint, path);
    }

    /** A system of which nothing is known. */
    public static Issue unknownSystem(String system, String path) {
        return new Issue(
                Severity.ERROR,
                IssueType.NOT_FOUND,
                TxIssueType.NOT_FOUND,
                "UNKNOWN_CODESYSTEM",
                "A definition for CodeSystem '" + system + "' could not be found, so the code cannot be validated",
                path);
    }

    /** A version of a system that is not here, or no version at all. */
    public static Issue unknownVersion(String system, String version, List<String> valid, String path) {
        String text = "A definition for CodeSystem '" + system + "' version '" + version
                + "' could not be found, so the code cannot be validated. ";
        return new Issue(
                Severity.ERROR,
                IssueType.NOT_FOUND,
                TxIssueType.NOT_FOUND,
                valid.isEmpty() ? "UNKNOWN_CODESYSTEM_VERSION_NONE" : "UNKNOWN_CODESYSTEM_VERSION",
                valid.isEmpty()
                        ? text + "No versions of this code system are known"
                        : text + "Valid versions: " + Words.or(valid),
                path);
    }

    /** A code system that holds no content of its own to validate against. */
    public static Issue noContent(String system, String content, String path) {
        return new Issue(
                Severity.ERROR,
                IssueType.NOT_FOUND,
                TxIssueType.NOT_FOUND,
                "UNKNOWN_CODESYSTEM",
                "The CodeSystem '" + system + "' is known, but its content is " + content
                        + ", so the code cannot be validated",
                path);
    }

    /** The version of the value is not the one of the include. */
    public static Issue versionMismatch(String system, String included, String value, String path) {
        return mismatch(
                Severity.ERROR,
                "VALUESET_VALUE_MISMATCH",
                "The code system '" + system + "' version '" + included
                        + "' in the ValueSet include is different to the one in the value ('" + value + "')",
                path);
    }

    /** As {@link #versionMismatch}, where a version rule of the request changed the include's version. */
    public static Issue versionMismatchAfterRule(
            String system, String effective, @Nullable String included, String value, String path) {
        return mismatch(
                Severity.ERROR,
                "VALUESET_VALUE_MISMATCH_CHANGED",
                "The code system '" + system + "' version '" + effective + "' resulting from the version '"
                        + orEmpty(included) + "' in the ValueSet include is different to the one in the value ('"
                        + value + "')",
                path);
    }

    /** As {@link #versionMismatch}, for an include without version. */
    public static Issue versionMismatchWithDefault(
            String system, @Nullable String effective, String value, String path) {
        return mismatch(
                Severity.WARNING,
                "VALUESET_VALUE_MISMATCH_DEFAULT",
                "The code system '" + system + "' version '" + orEmpty(effective)
                        + "' for the versionless include in the ValueSet include is different to the one in the value"
                        + " ('" + value + "')",
                path);
    }

    /** The version that answered is not one that {@code check-system-version} allows. */
    public static Issue versionNotAllowed(String system, @Nullable String version, String required, String path) {
        return new Issue(
                Severity.ERROR,
                IssueType.EXCEPTION,
                TxIssueType.VERSION_ERROR,
                "VALUESET_VERSION_CHECK",
                "The version '" + orEmpty(version) + "' is not allowed for system '" + system + "': required to be '"
                        + required + "' by a version-check parameter",
                path);
    }

    /** A code system whose codes mean nothing without a version. */
    public static Issue versionNeeded(String system, String path) {
        return new Issue(
                Severity.ERROR,
                IssueType.INVALID,
                TxIssueType.INVALID_DATA,
                "Version_Needed",
                "The CodeSystem '" + system
                        + "' requires a version: its codes are not stable, and the value does not state one",
                path);
    }

    /** A Coding without system. */
    public static Issue noSystem(String path) {
        return new Issue(
                Severity.WARNING,
                IssueType.INVALID,
                TxIssueType.INVALID_DATA,
                "Coding_has_no_system__cannot_validate",
                "Coding has no system. A code with no system has no defined meaning, and it cannot be validated."
                        + " A system should be provided",
                path);
    }

    /** A system that is a relative reference. */
    public static Issue relativeSystem(String path) {
        return new Issue(
                Severity.ERROR,
                IssueType.INVALID,
                TxIssueType.INVALID_DATA,
                "Terminology_TX_System_Relative",
                "Coding.system must be an absolute reference, not a local reference",
                path);
    }

    /** A system that is the url of a value set. */
    public static Issue systemIsValueSet(String system, String path) {
        return new Issue(
                Severity.ERROR,
                IssueType.INVALID,
                TxIssueType.INVALID_DATA,
                "Terminology_TX_System_ValueSet2",
                "The Coding references a value set, not a code system ('" + system + "')",
                path);
    }

    /** A system that is the url of a supplement. */
    public static Issue systemIsSupplement(String canonical, String path) {
        return new Issue(
                Severity.ERROR,
                IssueType.INVALID,
                TxIssueType.INVALID_DATA,
                "CODESYSTEM_CS_NO_SUPPLEMENT",
                "CodeSystem " + canonical + " is a supplement, so can't be used as a value in Coding.system",
                path);
    }

    /** A coding of another system than the one that the request asks about. */
    public static Issue otherSystem(String stated, String asked, String path) {
        return new Issue(
                Severity.ERROR,
                IssueType.INVALID,
                TxIssueType.INVALID_DATA,
                null,
                "The value is of the system '" + stated + "', but the request asks about the system '" + asked + "'",
                path);
    }

    /** No system could be inferred for a code. */
    public static Issue cannotInferSystem(String code, String valueSet, List<String> candidates, String path) {
        String text = "The System URI could not be determined for the code '" + code + "' in the ValueSet '"
                + labelled(valueSet) + "'";
        return new Issue(
                Severity.ERROR,
                IssueType.NOT_FOUND,
                TxIssueType.CANNOT_INFER,
                candidates.isEmpty()
                        ? "UNABLE_TO_INFER_CODESYSTEM"
                        : "Unable_to_resolve_system__value_set_has_multiple_matches",
                candidates.isEmpty()
                        ? text
                        : text + ": value set expansion has multiple matches: [" + String.join(", ", candidates) + "]",
                path);
    }

    /** A code that differs from the right one by case, in a system where that does not matter. */
    public static Issue caseDifference(String given, String right, String system, String path) {
        return new Issue(
                Severity.INFORMATION,
                IssueType.BUSINESS_RULE,
                TxIssueType.CODE_RULE,
                "CODE_CASE_DIFFERENCE",
                "The code '" + given + "' differs from the correct code '" + right
                        + "' by case. Although the code system '" + system
                        + "' is case insensitive, implementers are strongly encouraged to use the correct case anyway",
                path);
    }

    /** An abstract concept where only usable ones are allowed. */
    public static Issue abstractNotAllowed(String system, String code, String path) {
        return new Issue(
                Severity.ERROR,
                IssueType.BUSINESS_RULE,
                TxIssueType.CODE_RULE,
                "ABSTRACT_CODE_NOT_ALLOWED",
                "Code '" + system + "#" + code + "' is abstract, and not allowed in this context",
                path);
    }

    /** An inactive concept where only active ones are allowed. */
    public static Issue notActive(String code, String path) {
        return new Issue(
                Severity.ERROR,
                IssueType.BUSINESS_RULE,
                TxIssueType.CODE_RULE,
                "STATUS_CODE_WARNING_CODE",
                "The concept '" + code + "' is valid but is not active",
                path);
    }

    /**
     * An inactive concept.
     *
     * @param status its status; {@code inactive} where it has none of its own
     */
    public static Issue inactive(String code, String status, String path) {
        String words = status.equals("inactive") ? status : status + " and inactive";
        return new Issue(
                Severity.WARNING,
                IssueType.BUSINESS_RULE,
                TxIssueType.CODE_COMMENT,
                "INACTIVE_CONCEPT_FOUND",
                "The concept '" + code + "' has a status of " + words + " and its use should be reviewed",
                path);
    }

    /** A concept that its code system deprecates. */
    public static Issue deprecated(String code, String path) {
        return new Issue(
                Severity.WARNING,
                IssueType.BUSINESS_RULE,
                TxIssueType.CODE_COMMENT,
                "DEPRECATED_CONCEPT_FOUND",
                "The concept '" + code + "' is deprecated and its use should be reviewed",
                path);
    }

    /** A concept whose presence the value set deprecates. */
    public static Issue deprecatedInValueSet(String code, String system, String valueSet, String status, String path) {
        return new Issue(
                Severity.WARNING,
                IssueType.BUSINESS_RULE,
                TxIssueType.CODE_COMMENT,
                "CONCEPT_DEPRECATED_IN_VALUESET",
                "The presence of the concept '" + code + "' in the system '" + system + "' in the value set " + valueSet
                        + " is marked with a status of " + status + " and its use should be reviewed",
                path);
    }

    /**
     * A resource that was used and is not in good standing.
     *
     * @param standing {@code draft}, {@code experimental}, {@code deprecated}, {@code withdrawn}, {@code retired}
     */
    public static Issue standing(String standing, String resourceType, String canonical) {
        return new Issue(
                Severity.INFORMATION,
                IssueType.BUSINESS_RULE,
                TxIssueType.STATUS_CHECK,
                "MSG_" + standing.toUpperCase(java.util.Locale.ROOT),
                "Reference to " + standing + " " + resourceType + " " + canonical,
                null);
    }

    /** A supplement that the request or the value set needs and that is not here. */
    public static Issue supplementMissing(List<String> supplements) {
        return new Issue(
                Severity.ERROR,
                IssueType.NOT_FOUND,
                TxIssueType.NOT_FOUND,
                "VALUESET_SUPPLEMENT_MISSING",
                (supplements.size() == 1 ? "Required supplement not found: " : "Required supplements not found: ")
                        + String.join(", ", supplements),
                null);
    }

    private static Issue mismatch(Severity severity, String id, String text, String path) {
        return new Issue(severity, IssueType.INVALID, TxIssueType.VS_INVALID, id, text, path);
    }

    private static String notFoundText(String code, String valueSet) {
        return "The provided code '" + code + "' was not found in the value set '" + labelled(valueSet) + "'";
    }

    private static String labelled(String valueSet) {
        return valueSet.isEmpty() ? "(unidentified)" : valueSet;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
