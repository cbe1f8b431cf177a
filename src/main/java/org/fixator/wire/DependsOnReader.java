package org.fixator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.conceptmap.DependsOn;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;

/** Reads a condition or product of a mapping. */
final class DependsOnReader {

    private DependsOnReader() {}

    /** R4: {@code property}, {@code system}, {@code value}, {@code display}. With a system the value is a code of it. */
    static DependsOn r4(Element condition) {
        String value = condition.required("value");
        String system = condition.nonEmpty("system");
        if (system == null) {
            return new DependsOn(condition.required("property"), "valueString", value, null);
        }
        Canonical canonical = Canonical.parse(system);
        Coding coding = new Coding(canonical.url(), canonical.version(), value, condition.nonEmpty("display"));
        return new DependsOn(condition.required("property"), "valueCoding", value, coding);
    }

    /** R5: {@code attribute} and {@code value[x]}, or {@code valueSet}. */
    static DependsOn r5(Element condition) {
        String attribute = condition.required("attribute");
        Map.Entry<String, JsonNode> value = condition.choice("value");
        if (value == null) {
            throw new TerminologyException(WireMessages.missingElement(condition.path("value[x]")));
        }
        return of(attribute, condition, value);
    }

    static DependsOn of(String attribute, Element holder, Map.Entry<String, JsonNode> value) {
        JsonNode node = value.getValue();
        if (!(node instanceof ObjectNode object)) {
            return new DependsOn(attribute, value.getKey(), node.asText(), null);
        }
        if (value.getKey().equals("valueQuantity")) {
            return new DependsOn(attribute, value.getKey(), object.path("value").asText(), null);
        }
        Coding coding = new Element(object, holder, value.getKey(), -1).coding();
        return new DependsOn(attribute, value.getKey(), coding.code(), coding);
    }
}
