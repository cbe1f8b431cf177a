package org.fixator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One value of a parameter.
 *
 * @param given the name that the client used
 * @param text the value of a primitive type in FHIR's lexical form; for a Coding or a CodeableConcept {@code null}
 * @param object the value of a complex type, the resource, or the whole parameter where it consists of parts
 * @param parameters the resource, where it is Parameters that were read without a tree; then {@code object} is
 *     {@code null}
 */
record ParameterValue(
        String given, @Nullable String text, @Nullable ObjectNode object, @Nullable FlatParameters parameters) {

    ParameterValue(String given, @Nullable String text, @Nullable ObjectNode object) {
        this(given, text, object, null);
    }

    /** The value, for a kind that is known to be primitive. */
    String requireText() {
        return Objects.requireNonNull(text, given);
    }

    /** The value, for a kind that is known not to be primitive. */
    ObjectNode requireObject() {
        return Objects.requireNonNull(object, given);
    }

    @SuppressWarnings("ReferenceEquality") // Parameters are never given under two names
    boolean sameValue(ParameterValue other) {
        return Objects.equals(text, other.text)
                && Objects.equals(object, other.object)
                && parameters == other.parameters;
    }
}
