package org.fixator.valueset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.DisplayChoice;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.jspecify.annotations.Nullable;

/**
 * A concept as one answer sees it: what the value set says of it, what its code system says and what supplements add,
 * each with where it comes from.
 */
final class ConceptView {

    /** A name, and the supplement that it comes from; {@code null} for the code system and the value set. */
    record Name(Designation designation, @Nullable CodeSystem supplement) {}

    /** A property value, what defines it, and the supplement that it comes from. */
    record Value(Property property, @Nullable PropertyDefinition definition, @Nullable CodeSystem supplement) {}

    /** An extension, and the supplement that it comes from. */
    record Marked(Extension extension, @Nullable CodeSystem supplement) {}

    private final CodeSystem system;
    private final Concept concept;
    private final @Nullable EnumeratedConcept given;
    private final List<CodeSystem> supplements;

    ConceptView(CodeSystem system, Concept concept, @Nullable EnumeratedConcept given, List<CodeSystem> supplements) {
        this.system = system;
        this.concept = concept;
        this.given = given;
        this.supplements = supplements;
    }

    /**
     * All names. The value set's own display comes first: it is the text to be shown for the code in its context.
     *
     * @param valueSetLanguage language of the value set; where it has none its display is taken to be in that of the
     *     code system
     */
    List<Name> names(@Nullable String valueSetLanguage) {
        String language = system.description().language();
        List<Name> names = new ArrayList<>();
        if (given != null && given.display() != null && !given.display().equals(concept.display())) {
            String own = valueSetLanguage == null ? language : valueSetLanguage;
            names.add(new Name(Designation.of(own, DisplayChoice.PREFERRED_FOR_LANGUAGE, given.display()), null));
        }
        DisplayChoice.names(concept, language).forEach(name -> names.add(new Name(name, null)));
        if (given != null) {
            given.designations().forEach(name -> names.add(new Name(name, null)));
        }
        for (CodeSystem supplement : supplements) {
            Concept addition = supplement.find(concept.code());
            if (addition != null) {
                DisplayChoice.names(addition, supplement.description().language()).stream()
                        .filter(name -> !name.value().equals(concept.display()))
                        .forEach(name -> names.add(new Name(name, supplement)));
            }
        }
        return names;
    }

    /** All property values. */
    List<Value> properties() {
        List<Value> values = new ArrayList<>();
        addProperties(system, concept, null, values);
        for (CodeSystem supplement : supplements) {
            Concept addition = supplement.find(concept.code());
            if (addition != null) {
                addProperties(supplement, addition, supplement, values);
            }
        }
        return values;
    }

    private static void addProperties(
            CodeSystem source, Concept concept, @Nullable CodeSystem supplement, List<Value> values) {
        for (Property property : concept.properties()) {
            values.add(new Value(property, definition(source, property.code()), supplement));
        }
    }

    private static @Nullable PropertyDefinition definition(CodeSystem system, String code) {
        for (PropertyDefinition definition : system.description().properties()) {
            if (definition.code().equals(code)) {
                return definition;
            }
        }
        return null;
    }

    /** Extensions of the code system's concept by url; a supplement's replaces one of the same url. */
    Map<String, Marked> systemExtensions() {
        Map<String, Marked> byUrl = new LinkedHashMap<>();
        concept.extensions().forEach(extension -> byUrl.put(extension.url(), new Marked(extension, null)));
        for (CodeSystem supplement : supplements) {
            Concept addition = supplement.find(concept.code());
            if (addition != null) {
                addition.extensions()
                        .forEach(extension -> byUrl.put(extension.url(), new Marked(extension, supplement)));
            }
        }
        return byUrl;
    }

    /** Extensions that the value set puts on the concept that it enumerates. */
    List<Extension> givenExtensions() {
        return given == null ? List.of() : given.extensions();
    }

    Concept concept() {
        return concept;
    }
}
