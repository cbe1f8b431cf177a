package org.fixator.valueset;

import org.fixator.coding.Coding;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about one coding.
 *
 * @param membership whether it is in the value set
 * @param coding the coding as the client stated it, its system inferred where it was missing
 * @param version version of the code system that answered
 * @param display the right display
 * @param normalizedCode the code as the system writes it, where that differs
 * @param inactive {@code true} or {@code null}
 * @param status status of the concept where it is not active
 * @param notice the line that every answer with concepts of the system has to carry
 */
record CodingOutcome(
        Membership membership,
        Coding coding,
        @Nullable String version,
        @Nullable String display,
        @Nullable String normalizedCode,
        @Nullable Boolean inactive,
        @Nullable String status,
        @Nullable String notice) {

    enum Membership {
        IN,
        OUT,
        /** It is in another version than the one of the value, or in one that the request rules out. */
        UNDECIDED,
        /** The value set cannot be evaluated; what is told of the coding comes from the nearest version at hand. */
        UNKNOWN
    }

    static CodingOutcome of(Membership membership, Coding coding) {
        return new CodingOutcome(membership, coding, null, null, null, null, null, null);
    }

    @Nullable
    String system() {
        return coding.system();
    }

    @Nullable
    String code() {
        return coding.code();
    }

    /** The coding as issues name it: {@code system|version#code ('display')}. */
    static String label(Coding coding) {
        StringBuilder label = new StringBuilder();
        if (coding.system() != null) {
            label.append(coding.system());
            if (coding.version() != null) {
                label.append('|').append(coding.version());
            }
        }
        label.append('#').append(coding.code() == null ? "" : coding.code());
        if (coding.display() != null) {
            label.append(" ('").append(coding.display()).append("')");
        }
        return label.toString();
    }
}
