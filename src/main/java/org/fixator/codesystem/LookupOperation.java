package org.fixator.codesystem;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.LookupResult.Found;
import org.fixator.codesystem.LookupResult.NotFound;
import org.fixator.codesystem.LookupResult.SourcedDesignation;
import org.fixator.codesystem.LookupResult.SourcedProperty;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;
import org.fixator.coding.Designation;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.fixator.issue.LookupMessages;
import org.jspecify.annotations.Nullable;

/**
 * {@code CodeSystem/$lookup}: all there is to say of a code. Without {@code property} in the request everything is given;
 * with it, what it names: property codes, {@code definition}, {@code designation}, {@code lang.X}, {@code parent},
 * {@code child}, {@code inactive}. Source: FHIR R4 and R5, CodeSystem operation lookup.
 */
public final class LookupOperation {

    private final CodeSystems codeSystems;

    public LookupOperation(CodeSystems codeSystems) {
        this.codeSystems = codeSystems;
    }

    /**
     * @throws org.fixator.issue.TerminologyException where a supplement that the request names is missing
     */
    public LookupResult run(LookupRequest request) {
        CodeSystem system = codeSystems.find(request.system(), request.version());
        if (system == null) {
            return new NotFound(List.of(LookupMessages.unknownSystem(
                    request.system(), request.version(), codeSystems.versions(request.system()))));
        }
        Supplements supplements = Supplements.of(codeSystems, request.supplements());
        supplements.requireAllFor(system);
        Concept concept = system.find(request.code());
        return concept == null
                ? notFound(system, request.code())
                : new Answer(request, system, concept).with(supplements.of(system));
    }

    private NotFound notFound(CodeSystem system, String code) {
        CodeSystemDescription description = system.description();
        if (description.content() == ContentMode.NOT_PRESENT) {
            return new NotFound(List.of(LookupMessages.noContent(
                    description.canonical().toString(), description.content().code())));
        }
        List<String> hints = new UnknownCodeHints(codeSystems).of(system, code);
        return new NotFound(List.of(LookupMessages.unknownCode(code, description.url(), description.version(), hints)));
    }

    /** Collects the answer for one concept, from the system first and then from each supplement. */
    private static final class Answer {

        private final Wanted wanted;
        private final CodeSystem system;
        private final Concept concept;
        private final DisplayChoice displays;
        private final List<Designation> names = new ArrayList<>(2);
        private final List<SourcedDesignation> designations = new ArrayList<>(2);
        private final List<SourcedProperty> properties = new ArrayList<>(8);

        Answer(LookupRequest request, CodeSystem system, Concept concept) {
            this.wanted = new Wanted(request.properties());
            this.system = system;
            this.concept = concept;
            this.displays = DisplayChoice.forAnswer(request.languages());
        }

        Found with(List<CodeSystem> supplements) {
            addNames(DisplayChoice.names(concept, system.description().language()), null);
            addOwn(Property.of("inactive", PropertyType.BOOLEAN, Boolean.toString(concept.isInactive())));
            addNotice();
            addProperties(concept, null);
            List<Canonical> used = new ArrayList<>(supplements.size());
            for (CodeSystem supplement : supplements) {
                Concept addition = supplement.find(concept.code());
                if (addition != null) {
                    Canonical source = supplement.description().canonical();
                    addNames(SupplementedConcept.names(supplement, concept), source);
                    addProperties(addition, source);
                    used.add(source);
                }
            }
            addRelatives("parent", concept.parents());
            addRelatives("child", concept.children());
            return new Found(
                    system.description(),
                    concept.code(),
                    display(),
                    wanted.includes("definition") ? concept.definition() : null,
                    concept.isAbstract(),
                    designations,
                    properties,
                    used);
        }

        private @Nullable String display() {
            Designation chosen = displays.choose(names);
            return chosen == null ? concept.display() : chosen.value();
        }

        private void addNames(List<Designation> from, @Nullable Canonical source) {
            for (Designation name : from) {
                names.add(name);
                if (wanted.includesDesignation(name.language())) {
                    designations.add(new SourcedDesignation(name, source));
                }
            }
        }

        private void addProperties(Concept from, @Nullable Canonical source) {
            for (Property property : from.properties()) {
                // Said already, by the answer to the same question.
                if (!property.code().equals("inactive") && wanted.includes(property.code())) {
                    properties.add(new SourcedProperty(property, source));
                }
            }
        }

        /** Whatever the request names: the licence of the system wants it. */
        private void addNotice() {
            String notice = system.notice();
            if (notice != null) {
                properties.add(new SourcedProperty(Property.of("copyright", PropertyType.STRING, notice), null));
            }
        }

        private void addRelatives(String name, List<Concept> relatives) {
            if (wanted.includes(name)) {
                for (Concept relative : relatives) {
                    String display =
                            displays.display(relative, system.description().language());
                    addOwn(new Property(name, PropertyType.CODE, relative.code(), null, display));
                }
            }
        }

        private void addOwn(Property property) {
            if (wanted.includes(property.code())) {
                properties.add(new SourcedProperty(property, null));
            }
        }
    }

    /** What the request names; everything where it names nothing or {@code *}. */
    private record Wanted(List<String> names) {

        boolean includes(String name) {
            return names.isEmpty() || names.contains("*") || names.contains(name);
        }

        boolean includesDesignation(@Nullable String language) {
            return includes("designation")
                    || (language != null && names.stream().anyMatch(("lang." + language)::equalsIgnoreCase));
        }
    }
}
