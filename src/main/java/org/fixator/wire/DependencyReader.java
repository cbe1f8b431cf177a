package org.fixator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fixator.coding.Coding;
import org.fixator.conceptmap.DependsOn;
import org.fixator.issue.TerminologyException;

/**
 * Reads {@code dependency} of {@code $translate}: R4 has parts {@code element} and {@code concept}, a CodeableConcept; R5
 * has {@code attribute} and {@code value}. Either may be of the other's type.
 */
final class DependencyReader {

    private static final String EXPECTED = "the parts 'element' and 'concept' (R4), or 'attribute' and 'value' (R5)";

    private DependencyReader() {}

    /** Each coding of a CodeableConcept is a condition of its own, an alternative to the others. */
    static List<DependsOn> read(ObjectNode parameter) {
        Element dependency = new Element(parameter, null, "dependency", -1);
        String attribute = null;
        Element value = null;
        for (Element part : dependency.list("part")) {
            switch (part.required("name")) {
                case "element", "attribute" -> attribute = part.primitive("value");
                case "concept", "value" -> value = part;
                default -> {} // the extension of a later release
            }
        }
        if (attribute == null || value == null) {
            throw incomplete();
        }
        return conditions(attribute, value);
    }

    private static List<DependsOn> conditions(String attribute, Element part) {
        Map.Entry<String, JsonNode> value = part.choice("value");
        if (value == null) {
            throw incomplete();
        }
        if (!value.getKey().equals("valueCodeableConcept")) {
            return List.of(DependsOnReader.of(attribute, part, value));
        }
        Element concept = part.child(value.getKey());
        List<DependsOn> conditions = new ArrayList<>();
        for (Element coding : concept == null ? List.<Element>of() : concept.list("coding")) {
            conditions.add(condition(attribute, CodedValueReader.coding(coding)));
        }
        String text = concept == null ? null : concept.nonEmpty("text");
        if (conditions.isEmpty() && text != null) {
            conditions.add(new DependsOn(attribute, "valueString", text, null));
        }
        if (conditions.isEmpty()) {
            throw incomplete();
        }
        return conditions;
    }

    private static DependsOn condition(String attribute, Coding coding) {
        return new DependsOn(attribute, "valueCoding", coding.code(), coding);
    }

    private static TerminologyException incomplete() {
        return ParameterReader.value("dependency", "incomplete", EXPECTED);
    }
}
