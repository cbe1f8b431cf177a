package org.fixator.codesystem;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fixator.coding.ContentMode;
import org.fixator.issue.AbsenceReasons;
import org.fixator.issue.ValidationMessages;

/** What {@code $validate-code} says of a code that its code system does not hold. */
public final class UnknownCodes {

    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]");

    private UnknownCodes() {}

    /**
     * Notes that the code is unknown.
     *
     * @return whether it is certainly wrong; {@code false} where a fragment leaves it open
     */
    public static boolean note(CodeSystems systems, CodeSystem system, String code, String path, Findings findings) {
        CodeSystemDescription description = system.description();
        Absence absence = system.absence(code);
        if (!absence.certain()) {
            findings.add(
                    ValidationMessages.unknownCodeInFragment(code, description.url(), description.version(), path));
            String elsewhere = new UnknownCodeHints(systems).elsewhere(system, code);
            if (elsewhere != null) {
                findings.add(ValidationMessages.hint(elsewhere, path));
            }
            return false;
        }
        // what a grammar complains of is about the form of the code, and is told beside the fact that there is none
        // such
        String complaint = description.compositional() && absence.aboutForm() ? absence.reason() : null;
        findings.add(ValidationMessages.unknownCode(
                code, description.url(), description.version(), complaint == null ? words(absence) : "", path));
        if (complaint != null) {
            findings.add(ValidationMessages.malformedCode(complaint, path));
        }
        if (description.content() == ContentMode.FRAGMENT && absence.meant().isEmpty()) {
            String elsewhere = new UnknownCodeHints(systems).elsewhere(system, code);
            if (elsewhere != null) {
                findings.say(ValidationMessages.hint(elsewhere, path));
            }
        }
        List<String> spelled = otherSpellings(code, system.nearest(code, Likeness.SPELLING));
        if (!spelled.isEmpty()) {
            findings.add(ValidationMessages.hint("Did you mean " + String.join(" or ", spelled) + "?", path));
        }
        return true;
    }

    private static String words(Absence absence) {
        List<String> parts = new ArrayList<>();
        String reason = absence.reason();
        if (reason != null) {
            parts.add(reason);
        }
        if (!absence.meant().isEmpty()) {
            parts.add(AbsenceReasons.meant(absence.meant()));
        }
        return String.join(". ", parts);
    }

    /** Of the codes that look alike, those that are the same letters and digits: a missing dot is a slip, not a guess. */
    private static List<String> otherSpellings(String code, List<String> nearest) {
        String bare = bare(code);
        return nearest.stream()
                .filter(other -> !other.equalsIgnoreCase(code) && bare(other).equalsIgnoreCase(bare))
                .map(other -> "'" + other + "'")
                .toList();
    }

    private static String bare(String code) {
        return PUNCTUATION.matcher(code).replaceAll("");
    }
}
