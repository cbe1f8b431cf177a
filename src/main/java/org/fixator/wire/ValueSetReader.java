package org.fixator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.fixator.coding.Canonical;
import org.fixator.issue.TerminologyException;
import org.fixator.valueset.DefinitionSource;
import org.fixator.valueset.ExpansionParameter;
import org.fixator.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Reads a ValueSet resource, R4 and R5 alike: they differ in elements that the other does not have.
 *
 * @see <a href="https://hl7.org/fhir/R5/valueset.html">ValueSet</a>
 */
public final class ValueSetReader {

    private ValueSetReader() {}

    /**
     * @throws TerminologyException (400) naming the element that is missing or has the wrong type
     */
    public static ValueSetDefinition read(ObjectNode resource) {
        return read(Resources.require(resource, "ValueSet"), resource);
    }

    private static ValueSetDefinition read(Element valueSet, ObjectNode resource) {
        Element compose = valueSet.child("compose");
        Element expansion = valueSet.child("expansion");
        return new ValueSetDefinition(
                Resources.canonical(valueSet),
                valueSet.nonEmpty("id"),
                valueSet.nonEmpty("name"),
                valueSet.nonEmpty("title"),
                valueSet.nonEmpty("status"),
                valueSet.flag("experimental"),
                valueSet.extensionValue(ExtensionUrls.STANDARDS_STATUS),
                valueSet.nonEmpty("language"),
                compose == null ? null : ComposeReader.read(compose),
                expansion == null ? null : StoredExpansionReader.read(expansion),
                contained(valueSet),
                supplements(valueSet),
                expansionParameters(valueSet, compose),
                valueSet.extensions(),
                new DefinitionSource(source(resource)));
    }

    private static List<ValueSetDefinition> contained(Element valueSet) {
        List<ValueSetDefinition> contained = new ArrayList<>();
        for (Element resource : valueSet.list("contained")) {
            if ("ValueSet".equals(resource.string("resourceType"))) {
                contained.add(read(resource, resource.node()));
            }
        }
        return contained;
    }

    private static List<Canonical> supplements(Element valueSet) {
        List<Canonical> supplements = new ArrayList<>();
        for (Element extension : valueSet.extensions(ExtensionUrls.VALUESET_SUPPLEMENT)) {
            String supplement = extension.primitive("value");
            if (supplement != null) {
                supplements.add(Canonical.parse(supplement));
            }
        }
        return supplements;
    }

    /** The extension's place is the compose; some authors put it on the resource. */
    private static List<ExpansionParameter> expansionParameters(Element valueSet, @Nullable Element compose) {
        List<ExpansionParameter> parameters = new ArrayList<>(ExpansionParameterReader.requested(valueSet));
        if (compose != null) {
            parameters.addAll(ExpansionParameterReader.requested(compose));
        }
        return parameters;
    }

    /** Compose and expansion come last, so that an answer without them can stop reading early. */
    private static String source(ObjectNode resource) {
        ObjectNode source = resource.objectNode();
        resource.properties().forEach(member -> {
            switch (member.getKey()) {
                case "text", "compose", "expansion" -> {}
                default -> source.set(member.getKey(), member.getValue());
            }
        });
        for (String last : new String[] {"compose", "expansion"}) {
            JsonNode member = resource.get(last);
            if (member != null) {
                source.set(last, member);
            }
        }
        return source.toString();
    }
}
