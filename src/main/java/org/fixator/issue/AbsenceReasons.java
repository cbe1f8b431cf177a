package org.fixator.issue;

import java.util.List;
import java.util.stream.Collectors;
import org.fixator.coding.Coding;
import org.jspecify.annotations.Nullable;

/** Why a code is known not to exist, in words that an issue can end with. */
public final class AbsenceReasons {

    private AbsenceReasons() {}

    /**
     * @param releases the releases that were searched
     * @param note what else is known, as a sentence
     */
    public static String verifiedAbsent(String code, List<String> releases, @Nullable String note) {
        String searched = releases.isEmpty() ? "" : " (searched: " + String.join(", ", releases) + ")";
        String verified = "The code '" + code + "' was verified not to exist" + searched;
        return note == null
                ? verified
                : verified + ". " + (note.endsWith(".") ? note.substring(0, note.length() - 1) : note);
    }

    /** @param prefix the beginning of codes that are all here */
    public static String completePrefix(String prefix) {
        return "Every code that begins with '" + prefix + "' is known, and this is not one of them";
    }

    /** @param codes the codes that are known to be meant instead, each with its system */
    public static String meant(List<Coding> codes) {
        return "The code meant is " + codes.stream().map(AbsenceReasons::label).collect(Collectors.joining(" or "));
    }

    private static String label(Coding coding) {
        String display = coding.display();
        return coding.system() + "#" + coding.code() + (display == null ? "" : " (" + display + ")");
    }

    /** @param existing the code with the same letters and digits */
    public static String writtenOtherwise(String existing) {
        return "The code is written '" + existing + "'";
    }
}
