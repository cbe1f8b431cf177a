package org.fixator.coding;

/** The types a concept property may have, FHIR's own names: {@code CodeSystem.property.type}. */
public enum PropertyType {
    CODE("code", "valueCode"),
    CODING("Coding", "valueCoding"),
    STRING("string", "valueString"),
    INTEGER("integer", "valueInteger"),
    BOOLEAN("boolean", "valueBoolean"),
    DATE_TIME("dateTime", "valueDateTime"),
    DECIMAL("decimal", "valueDecimal");

    private final String code;
    private final String element;

    PropertyType(String code, String element) {
        this.code = code;
        this.element = element;
    }

    /** The FHIR code of the type, for example {@code dateTime}. */
    public String code() {
        return code;
    }

    /** The JSON element that carries a value of the type, for example {@code valueDateTime}. */
    public String element() {
        return element;
    }

    /**
     * Reads the FHIR code of the type.
     *
     * @throws IllegalArgumentException for a type that FHIR does not define
     */
    public static PropertyType of(String code) {
        for (PropertyType type : values()) {
            if (type.code.equals(code)) {
                return type;
            }
        }
        throw new IllegalArgumentException("Unknown property type '" + code + "'");
    }
}
