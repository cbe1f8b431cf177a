package org.fixator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.fixator.valueset.ExpandedConcept;
import org.fixator.valueset.StoredExpansion;

/** Reads {@code ValueSet.expansion}; properties of entries from R5's element or its R4 extension. */
final class StoredExpansionReader {

    private StoredExpansionReader() {}

    static StoredExpansion read(Element expansion) {
        return new StoredExpansion(
                expansion.integer("total"),
                expansion.map("parameter", ExpansionParameterReader::read),
                expansion.map("contains", StoredExpansionReader::contains));
    }

    private static ExpandedConcept contains(Element entry) {
        return new ExpandedConcept(
                entry.nonEmpty("system"),
                entry.nonEmpty("version"),
                code(entry),
                entry.nonEmpty("display"),
                entry.flag("abstract"),
                entry.flag("inactive"),
                entry.map("designation", DesignationReader::read),
                properties(entry),
                otherExtensions(entry),
                entry.map("contains", StoredExpansionReader::contains));
    }

    /** An entry that only groups others needs no code. */
    private static String code(Element entry) {
        String code = entry.nonEmpty("code");
        return code == null && entry.has("contains") ? "" : entry.required("code");
    }

    /** Without those that are read as properties. */
    private static List<Extension> otherExtensions(Element entry) {
        return entry.extensions().stream()
                .filter(extension -> !extension.url().equals(ExtensionUrls.CONTAINS_PROPERTY))
                .toList();
    }

    private static List<Property> properties(Element entry) {
        List<Property> properties = new ArrayList<>(entry.map("property", PropertyReader::read));
        for (Element extension : entry.extensions(ExtensionUrls.CONTAINS_PROPERTY)) {
            String code = extension.extensionValue("code");
            List<Element> values = extension.extensions("value");
            Map.Entry<String, JsonNode> value =
                    values.isEmpty() ? null : values.get(0).choice("value");
            if (code != null && value != null) {
                properties.add(PropertyReader.of(code, values.get(0), value, null));
            }
        }
        return properties;
    }
}
