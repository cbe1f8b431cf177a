package org.fixator.wire;

import org.jspecify.annotations.Nullable;

/** What a parameter of an operation holds. */
public enum ParameterKind {
    STRING("string", "a string"),
    CODE("code", "a code"),
    URI("uri", "a uri"),
    CANONICAL("canonical", "a canonical url, with |version where a version is meant"),
    DATE_TIME("dateTime", "a date or dateTime"),
    BOOLEAN("boolean", "true or false"),
    INTEGER("integer", "a whole number"),
    CODING("Coding", "a Coding"),
    CODEABLE_CONCEPT("CodeableConcept", "a CodeableConcept"),
    RESOURCE("Resource", "a resource"),
    PARTS(null, "a list of parts");

    private final @Nullable String fhirType;
    private final String expected;

    ParameterKind(@Nullable String fhirType, String expected) {
        this.fhirType = fhirType;
        this.expected = expected;
    }

    /** FHIR's name of the type; {@code null} for a parameter that consists of parts. */
    public @Nullable String fhirType() {
        return fhirType;
    }

    /** How errors say what would be right. */
    String expected() {
        return expected;
    }
}
