package org.fixator.codesystem;

import java.util.List;
import org.fixator.coding.Coding;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a code that a code system does not hold.
 *
 * @param certain whether the code certainly does not exist in this version; {@code false} in a fragment, where the code
 *     may be valid in the rest of the system
 * @param reason why, in words, where more is known than that the code is not here (a grammar's complaint; the releases
 *     that were searched)
 * @param aboutForm whether the reason is about the form of the code: it could not be a code of the system at all
 * @param meant the codes that are known to be meant instead
 */
public record Absence(boolean certain, @Nullable String reason, boolean aboutForm, List<Coding> meant) {

    public Absence {
        meant = List.copyOf(meant);
    }

    /** A code that is not here. */
    public static Absence unlisted(boolean certain, @Nullable String reason, List<Coding> meant) {
        return new Absence(certain, reason, false, meant);
    }

    /**
     * A code of a form that the system's codes do not have.
     *
     * @param complaint what is wrong with it; {@code null} where that cannot be said
     */
    public static Absence malformed(@Nullable String complaint) {
        return new Absence(true, complaint, complaint != null, List.of());
    }
}
