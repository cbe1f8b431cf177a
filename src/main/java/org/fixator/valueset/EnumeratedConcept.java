package org.fixator.valueset;

import java.util.List;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.jspecify.annotations.Nullable;

/** A concept that a value set names, with the display and designations that it gives it. */
public record EnumeratedConcept(
        String code, @Nullable String display, List<Designation> designations, List<Extension> extensions) {

    public EnumeratedConcept {
        designations = List.copyOf(designations);
        extensions = List.copyOf(extensions);
    }
}
