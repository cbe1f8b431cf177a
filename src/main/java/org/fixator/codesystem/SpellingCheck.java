package org.fixator.codesystem;

import org.fixator.coding.Coding;
import org.fixator.issue.ValidationMessages;

/** What {@code $validate-code} says of a code that is right but for its case. */
public final class SpellingCheck {

    private SpellingCheck() {}

    /** Notes that the client's code and the concept's differ by case. */
    public static void check(
            CodeSystemDescription system, Concept concept, Coding coding, String path, Findings findings) {
        String code = coding.code();
        if (code != null && !code.equals(concept.code()) && code.equalsIgnoreCase(concept.code())) {
            findings.add(ValidationMessages.caseDifference(
                    code, concept.code(), system.canonical().toString(), path));
        }
    }
}
