package org.fixator.codesystem;

import java.util.Set;
import org.fixator.issue.ValidationMessages;
import org.jspecify.annotations.Nullable;

/** What {@code $validate-code} says of the status of the concept and of the resources that it used. */
public final class StatusCheck {

    private StatusCheck() {}

    /** Statuses that answers tell; {@code inactive} has a parameter of its own. */
    private static final Set<String> TOLD = Set.of("deprecated", "retired", "withdrawn", "superseded");

    /** The status of a concept as answers tell it; {@code null} where there is nothing to tell. */
    public static @Nullable String told(Concept concept) {
        String status = concept.status();
        return status != null && TOLD.contains(status) ? status : null;
    }

    /** Notes that a concept is inactive or deprecated. */
    public static void concept(Concept concept, String conceptPath, String codePath, Findings findings) {
        String status = concept.status();
        if (concept.isInactive()) {
            findings.say(
                    ValidationMessages.inactive(concept.code(), status == null ? "inactive" : status, conceptPath));
        } else if (status != null && status.equals("deprecated")) {
            findings.say(ValidationMessages.deprecated(concept.code(), codePath));
        }
    }

    /** Notes that a code system is not in good standing, unless the value set that uses it is no better. */
    public static void system(CodeSystemDescription system, boolean userExperimental, boolean userDraft, Findings f) {
        String standing =
                standing(system.status(), system.standardsStatus(), system.experimental(), userExperimental, userDraft);
        if (standing != null) {
            f.add(ValidationMessages.standing(
                    standing, "CodeSystem", system.canonical().toString()));
        }
    }

    /**
     * The standing of a resource that deserves a remark.
     *
     * @param userExperimental whether the resource that refers to it is experimental itself
     * @param userDraft whether the resource that refers to it is a draft itself
     * @return {@code deprecated}, {@code withdrawn}, {@code retired}, {@code experimental}, {@code draft}, or
     *     {@code null} where there is nothing to remark
     */
    public static @Nullable String standing(
            @Nullable String status,
            @Nullable String standardsStatus,
            boolean experimental,
            boolean userExperimental,
            boolean userDraft) {
        if ("deprecated".equals(standardsStatus) || "withdrawn".equals(standardsStatus)) {
            return standardsStatus;
        }
        if ("retired".equals(status)) {
            return "retired";
        }
        if (experimental && !userExperimental) {
            return "experimental";
        }
        boolean draft = "draft".equals(status) || "draft".equals(standardsStatus);
        return draft && !userDraft ? "draft" : null;
    }
}
