package org.fixator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;
import org.jspecify.annotations.Nullable;

/** Reads a {@code property} with {@code code} and {@code value[x]}. */
final class PropertyReader {

    private PropertyReader() {}

    static Property read(Element property) {
        Map.Entry<String, JsonNode> value = property.choice("value");
        if (value == null) {
            throw new TerminologyException(WireMessages.missingElement(property.path("value[x]")));
        }
        return of(property.required("code"), property, value, property.nonEmpty("description"));
    }

    static Property of(String code, Element holder, Map.Entry<String, JsonNode> value, @Nullable String description) {
        PropertyType type = type(value.getKey());
        if (type == PropertyType.CODING) {
            if (!(value.getValue() instanceof ObjectNode object)) {
                throw holder.wrongType(value.getKey(), "an object", value.getValue());
            }
            Property property = Property.ofCoding(code, new Element(object, holder, value.getKey(), -1).coding());
            return new Property(code, type, property.value(), property.coding(), description);
        }
        if (value.getValue().isContainerNode()) {
            throw holder.wrongType(value.getKey(), "a primitive value", value.getValue());
        }
        return new Property(code, type, value.getValue().asText(), null, description);
    }

    /** Types that FHIR gives no property (uri, date, id) are carried as the nearest one that it does. */
    private static PropertyType type(String element) {
        for (PropertyType type : PropertyType.values()) {
            if (type.element().equals(element)) {
                return type;
            }
        }
        return switch (element) {
            case "valueDate", "valueInstant" -> PropertyType.DATE_TIME;
            case "valuePositiveInt", "valueUnsignedInt" -> PropertyType.INTEGER;
            default -> PropertyType.STRING;
        };
    }
}
