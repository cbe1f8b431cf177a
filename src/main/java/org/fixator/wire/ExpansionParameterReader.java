package org.fixator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;
import org.fixator.valueset.ExpansionParameter;

/** Reads parameters of expansions: of a stored one, and those that a value set asks for by extension. */
final class ExpansionParameterReader {

    private ExpansionParameterReader() {}

    /** {@code ValueSet.expansion.parameter}. */
    static ExpansionParameter read(Element parameter) {
        return of(parameter.required("name"), parameter);
    }

    /** Extension {@code valueset-expansion-parameter} of the element, with its parts {@code name} and {@code value}. */
    static List<ExpansionParameter> requested(Element element) {
        List<ExpansionParameter> parameters = new ArrayList<>();
        for (Element extension : element.list("extension")) {
            if (!ExtensionUrls.VALUESET_EXPANSION_PARAMETER.contains(extension.required("url"))) {
                continue;
            }
            String name = extension.extensionValue("name");
            List<Element> values = extension.extensions("value");
            if (name == null || values.isEmpty()) {
                throw new TerminologyException(WireMessages.missingElement(extension.path("extension")));
            }
            parameters.add(of(name, values.get(0)));
        }
        return parameters;
    }

    private static ExpansionParameter of(String name, Element holder) {
        Map.Entry<String, JsonNode> value = holder.choice("value");
        if (value == null) {
            throw new TerminologyException(WireMessages.missingElement(holder.path("value[x]")));
        }
        if (value.getValue().isContainerNode()) {
            throw holder.wrongType(value.getKey(), "a primitive value", value.getValue());
        }
        return new ExpansionParameter(name, value.getKey(), value.getValue().asText());
    }
}
