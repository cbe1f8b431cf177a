package org.fixator.conceptmap;

import java.util.List;
import org.fixator.coding.Coding;
import org.jspecify.annotations.Nullable;

/** Whether the conditions of a mapping hold by what the client says. */
final class Conditions {

    private Conditions() {}

    /**
     * @param conditions all of them must hold
     * @param known what the client says; several values of one attribute are alternatives (a CodeableConcept's codings)
     */
    static boolean areMet(List<DependsOn> conditions, List<DependsOn> known) {
        for (DependsOn condition : conditions) {
            if (!isMet(condition, known)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMet(DependsOn condition, List<DependsOn> known) {
        for (DependsOn value : known) {
            if (value.attribute().equals(condition.attribute()) && isSame(condition, value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(DependsOn a, DependsOn b) {
        String valueOfA = a.value();
        return valueOfA != null && valueOfA.equals(b.value()) && agree(systemOf(a.coding()), systemOf(b.coding()));
    }

    private static @Nullable String systemOf(@Nullable Coding coding) {
        return coding == null ? null : coding.system();
    }

    /** R4 writes the value as a string and may leave its system out, so a system that is not stated agrees. */
    private static boolean agree(@Nullable String a, @Nullable String b) {
        return a == null || b == null || a.equals(b);
    }
}
