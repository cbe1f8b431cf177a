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
 */
record ParameterValue(String given, @Nullable String text, @Nullable ObjectNode object) {

    /** The value, for a kind that is known to be primitive. */
    String requireText() {
        return Objects.requireNonNull(text, given);
    }

    /** The value, for a kind that is known not to be primitive. */
    ObjectNode requireObject() {
        return Objects.requireNonNull(object, given);
    }

    boolean sameValue(ParameterValue other) {
        return Objects.equals(text, other.text) && Objects.equals(object, other.object);
    }
}
