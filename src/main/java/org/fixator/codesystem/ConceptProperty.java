package org.fixator.codesystem;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties that FHIR gives a meaning: {@code http://hl7.org/fhir/concept-properties}. A property has the meaning
 * where its definition has the uri, and also where just its code is the well-known one: HL7's suite (notSelectable) takes a
 * property by its code even where the definition has another uri or is missing.
 *
 * <p>In the order of their strength: of several that speak of a concept's status the first one counts.
 */
enum ConceptProperty {
    PARENT("parent"),
    CHILD("child"),
    NOT_SELECTABLE("notSelectable"),
    STATUS("status"),
    RETIRED("retired"),
    RETIREMENT_DATE("retirementDate"),
    INACTIVE("inactive"),
    DEPRECATED("deprecated"),
    DEPRECATION_DATE("deprecationDate");

    private static final String SYSTEM = "http://hl7.org/fhir/concept-properties#";

    /** Other codes under which these properties are found. */
    private static final Map<String, ConceptProperty> ALIASES =
            Map.of("abstract", NOT_SELECTABLE, "not-selectable", NOT_SELECTABLE, "subsumedBy", PARENT);

    private final String code;

    ConceptProperty(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** Which property codes of a code system have which meaning. */
    static Map<String, ConceptProperty> meanings(Collection<PropertyDefinition> definitions) {
        Map<String, ConceptProperty> meanings = new HashMap<>(ALIASES);
        for (ConceptProperty property : values()) {
            meanings.put(property.code, property);
        }
        for (PropertyDefinition definition : definitions) {
            ConceptProperty byUri = byUri(definition.uri());
            if (byUri != null) {
                meanings.put(definition.code(), byUri);
            }
        }
        return Map.copyOf(meanings);
    }

    private static @Nullable ConceptProperty byUri(@Nullable String uri) {
        if (uri == null || !uri.startsWith(SYSTEM)) {
            return null;
        }
        for (ConceptProperty property : values()) {
            if (uri.substring(SYSTEM.length()).equals(property.code)) {
                return property;
            }
        }
        return null;
    }
}
