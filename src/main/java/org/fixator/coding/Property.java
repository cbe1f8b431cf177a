package org.fixator.coding;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One property value of a concept.
 *
 * @param code the property's code, as the code system defines it
 * @param type the type of the value
 * @param value the value in FHIR's own lexical form; of a Coding, its code
 * @param coding the value where {@code type} is {@link PropertyType#CODING}, else {@code null}
 * @param description what the value means, where the source says so
 */
public record Property(
        String code, PropertyType type, String value, @Nullable Coding coding, @Nullable String description) {

    public Property {
        Objects.requireNonNull(code);
        if ((type == PropertyType.CODING) != (coding != null)) {
            throw new IllegalArgumentException("Only a property of type Coding carries a coding: " + code);
        }
    }

    public static Property of(String code, PropertyType type, String value) {
        return new Property(code, type, value, null, null);
    }

    public static Property ofCoding(String code, Coding coding) {
        String value = coding.code();
        return new Property(code, PropertyType.CODING, value == null ? "" : value, coding, null);
    }
}
