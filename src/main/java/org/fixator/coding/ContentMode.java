package org.fixator.coding;

import java.util.Locale;

/** How much of a code system a resource holds: {@code CodeSystem.content}. */
public enum ContentMode {
    COMPLETE,
    FRAGMENT,
    EXAMPLE,
    NOT_PRESENT,
    SUPPLEMENT;

    /** The FHIR code, for example {@code not-present}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads the FHIR code.
     *
     * @throws IllegalArgumentException for a code that FHIR does not define
     */
    public static ContentMode of(String code) {
        for (ContentMode mode : values()) {
            if (mode.code().equals(code)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("Unknown content mode '" + code + "'");
    }
}
