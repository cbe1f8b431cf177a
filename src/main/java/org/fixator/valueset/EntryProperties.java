package org.fixator.valueset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.fixator.valueset.ConceptView.Marked;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an entry: its status and what extensions say of label, order and weight, which every entry tells,
 * and those that were asked for.
 */
final class EntryProperties {

    private static final String STRUCTURE = "http://hl7.org/fhir/StructureDefinition/";
    private static final String STANDARD = "http://hl7.org/fhir/concept-properties#";
    private static final String ALL = "*";

    private final ConceptView view;
    private final Set<String> asked;
    private final Supplements supplements;
    private final Map<String, PropertyDefinition> declared;
    private final List<Property> properties = new ArrayList<>();

    /** @param declared the properties of the expansion, to be completed */
    EntryProperties(
            ConceptView view, Set<String> asked, Supplements supplements, Map<String, PropertyDefinition> declared) {
        this.view = view;
        this.asked = asked;
        this.supplements = supplements;
        this.declared = declared;
    }

    List<Property> list() {
        Map<String, Marked> extensions = view.systemExtensions();
        addStatus(extensions);
        addFromExtension("label", "label", PropertyType.STRING, extensions, "codesystem-label", "valueset-label");
        addFromExtension(
                "order", "order", PropertyType.DECIMAL, extensions, "codesystem-conceptOrder", "valueset-conceptOrder");
        addFromExtension("weight", "itemWeight", PropertyType.DECIMAL, extensions, "itemWeight", "itemWeight");
        if (!asked.isEmpty()) {
            addComputed();
            addOwn();
        }
        return properties;
    }

    private void addStatus(Map<String, Marked> extensions) {
        String status = view.concept().status();
        if (status == null) {
            status = value(extensions.get(STRUCTURE + "structuredefinition-standards-status"));
        }
        if (status != null && !status.toLowerCase(Locale.ROOT).equals("active")) {
            addStandard("status", "status", PropertyType.CODE, status);
        }
    }

    private void addFromExtension(
            String code,
            String uri,
            PropertyType type,
            Map<String, Marked> ofSystem,
            String systemUrl,
            String valueSetUrl) {
        String value = value(ofSystem.get(STRUCTURE + systemUrl));
        for (Extension given : view.givenExtensions()) {
            if (given.url().equals(STRUCTURE + valueSetUrl) && given.value() != null) {
                value = given.value();
            }
        }
        if (value != null) {
            addStandard(code, uri, type, value);
        }
    }

    private @Nullable String value(@Nullable Marked marked) {
        if (marked == null) {
            return null;
        }
        supplements.use(marked.supplement());
        return marked.extension().value();
    }

    /** Properties that every concept has, though its code system need not list them. */
    private void addComputed() {
        Concept concept = view.concept();
        if (asked.contains("definition") && concept.definition() != null) {
            addStandard("definition", "definition", PropertyType.STRING, concept.definition());
        }
        if (asked.contains("parent")) {
            concept.parents().forEach(above -> addStandard("parent", "parent", PropertyType.CODE, above.code()));
        }
        if (asked.contains("child")) {
            concept.children().forEach(below -> addStandard("child", "child", PropertyType.CODE, below.code()));
        }
        if (asked.contains("inactive")) {
            String inactive = Boolean.toString(concept.isInactive());
            addStandard("inactive", "inactive", PropertyType.BOOLEAN, inactive);
        }
    }

    private void addOwn() {
        for (ConceptView.Value value : view.properties()) {
            Property property = value.property();
            if ((asked.contains(property.code()) || asked.contains(ALL)) && !isTold(property.code())) {
                PropertyDefinition definition = value.definition();
                declare(
                        definition == null
                                ? new PropertyDefinition(property.code(), null, null, property.type())
                                : definition);
                properties.add(property);
                supplements.use(value.supplement());
            }
        }
    }

    /** Whether a property was told above already, in its standard form. */
    private boolean isTold(String code) {
        return switch (code) {
            case "status", "definition", "inactive" ->
                properties.stream().anyMatch(told -> told.code().equals(code));
            default -> false;
        };
    }

    private void addStandard(String code, String uri, PropertyType type, String value) {
        declare(new PropertyDefinition(code, STANDARD + uri, null, type));
        properties.add(Property.of(code, type, value));
    }

    private void declare(PropertyDefinition definition) {
        declared.putIfAbsent(definition.code(), definition);
    }
}
