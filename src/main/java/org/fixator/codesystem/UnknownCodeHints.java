package org.fixator.codesystem;

import java.util.ArrayList;
import java.util.List;
import org.fixator.coding.ContentMode;
import org.fixator.issue.AbsenceReasons;
import org.fixator.issue.LookupMessages;
import org.jspecify.annotations.Nullable;

/** What might be meant by a code that a system does not hold, as sentences for an issue. */
public final class UnknownCodeHints {

    /** A code that so many systems hold says nothing about which was meant. */
    private static final int TOO_MANY = 4;

    private final CodeSystems codeSystems;

    public UnknownCodeHints(CodeSystems codeSystems) {
        this.codeSystems = codeSystems;
    }

    public List<String> of(CodeSystem system, String code) {
        Absence absence = system.absence(code);
        List<String> hints = new ArrayList<>();
        if (absence.reason() != null) {
            hints.add(absence.reason());
        }
        if (!absence.meant().isEmpty()) {
            hints.add(AbsenceReasons.meant(absence.meant()));
        }
        List<String> nearest = system.nearest(code, Likeness.GUESS);
        if (!nearest.isEmpty()) {
            hints.add(LookupMessages.nearest(nearest));
        }
        String elsewhere = elsewhere(system, code);
        if (elsewhere != null) {
            hints.add(elsewhere);
        }
        if (!absence.certain() && system.description().content() == ContentMode.FRAGMENT) {
            hints.add(LookupMessages.fragment());
        }
        return hints;
    }

    /** That other systems hold the code, if few do: it may have been sent under the wrong system. */
    @Nullable
    String elsewhere(CodeSystem system, String code) {
        List<String> others = holders(system, code);
        return others.isEmpty() || others.size() >= TOO_MANY ? null : LookupMessages.elsewhere(code, others);
    }

    /** A grammar reads much as a code that nobody meant by it. */
    private static boolean isListed(CodeSystem system) {
        return !(system instanceof GrammarCodeSystem) || system.all().isClosed();
    }

    /** The other systems with a list of codes that has this one. */
    private List<String> holders(CodeSystem system, String code) {
        List<String> holders = new ArrayList<>();
        for (String url : codeSystems.urls()) {
            if (!url.equals(system.description().url())) {
                CodeSystem other = codeSystems.find(url, null);
                if (other != null && isListed(other) && other.find(code) != null) {
                    holders.add(url);
                }
            }
        }
        return holders;
    }
}
