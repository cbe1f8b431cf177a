package org.fixator.coding;

import org.jspecify.annotations.Nullable;

/**
 * A code as a client or a resource states it; any part may be absent.
 *
 * @param system the url of the code system
 * @param version the version of the code system
 * @param code the code
 * @param display the display that goes with the code
 */
public record Coding(
        @Nullable String system, @Nullable String version, @Nullable String code, @Nullable String display) {

    /** Nothing stated. */
    public static final Coding NONE = new Coding(null, null, null, null);

    public static Coding of(String system, String code) {
        return new Coding(system, null, code, null);
    }
}
