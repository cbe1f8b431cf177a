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
 * @param meant the codes that are known to be meant instead
 * @param nearest existing codes that look alike, best first, at most a handful
 */
public record Absence(boolean certain, @Nullable String reason, List<Coding> meant, List<String> nearest) {

    public Absence {
        meant = List.copyOf(meant);
        nearest = List.copyOf(nearest);
    }
}
