package org.fixator.valueset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.DisplayChoice;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.coding.Coding;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.jspecify.annotations.Nullable;

/**
 * Makes the entries of an expansion, and gathers the properties that they turn out to carry. Used for one expansion, by
 * one thread.
 */
final class EntryComposer {

    private static final String STRUCTURE = "http://hl7.org/fhir/StructureDefinition/";

    /** Extensions of a code system's concept that its entry repeats. */
    private static final Set<String> OF_SYSTEM = Set.of(
            STRUCTURE + "coding-sctdescid",
            STRUCTURE + "rendering-style",
            STRUCTURE + "rendering-xhtml",
            STRUCTURE + "codesystem-alternate");

    /** Extensions of a value set's concept that its entry repeats. */
    private static final Set<String> OF_VALUE_SET = Set.of(
            STRUCTURE + "valueset-deprecated",
            STRUCTURE + "structuredefinition-standards-status",
            STRUCTURE + "valueset-concept-definition",
            STRUCTURE + "coding-sctdescid",
            STRUCTURE + "rendering-style",
            STRUCTURE + "rendering-xhtml");

    private static final String LANGUAGE_TOKEN = "urn:ietf:bcp:47";

    private final ExpansionSettings settings;
    private final Supplements supplements;
    private final boolean tellsVersions;
    private final DisplayChoice choice;
    private final boolean asksForNothingMore;
    private final Map<String, PropertyDefinition> declared = new LinkedHashMap<>(4);

    EntryComposer(ExpansionSettings settings, Supplements supplements, boolean tellsVersions) {
        this.settings = settings;
        this.supplements = supplements;
        this.tellsVersions = tellsVersions;
        this.choice = DisplayChoice.forAnswer(settings.languages());
        this.asksForNothingMore =
                settings.languages().isEmpty() && settings.properties().isEmpty();
    }

    /** Properties that the entries made so far carry. */
    List<PropertyDefinition> declared() {
        return List.copyOf(declared.values());
    }

    /** An entry without others below it. */
    ExpansionEntry entry(Pick pick) {
        return isPlain(pick) ? plain(pick) : full(pick, List.of());
    }

    ExpandedConcept entry(Pick pick, List<ExpandedConcept> below) {
        return isPlain(pick) ? plain(pick).whole(below) : full(pick, below);
    }

    private PlainEntry plain(Pick pick) {
        return new PlainEntry(pick.selection().system().description(), tellsVersions, pick.concept());
    }

    private ExpandedConcept full(Pick pick, List<ExpandedConcept> below) {
        Concept concept = pick.concept();
        CodeSystem system = pick.selection().system();
        EnumeratedConcept given = pick.selection().given().get(concept.code());
        ConceptView view = new ConceptView(system, concept, given, supplements.of(system));
        List<ConceptView.Name> names = view.names(settings.request().valueSet().language());
        ConceptView.Name display = display(names);
        return new ExpandedConcept(
                system.description().url(),
                tellsVersions ? system.description().version() : null,
                concept.code(),
                display == null ? null : display.designation().value(),
                concept.isAbstract(),
                concept.isInactive(),
                settings.wantsDesignations() ? designations(names, display) : List.of(),
                new EntryProperties(view, settings.properties(), supplements, declared).list(),
                extensions(view),
                below);
    }

    /**
     * Whether there is nothing to tell of the concept but its display. Where no language is asked for, a display comes
     * before all other names: see {@link DisplayChoice}.
     */
    private boolean isPlain(Pick pick) {
        Concept concept = pick.concept();
        return asksForNothingMore
                && concept.hasDisplay()
                && concept.status() == null
                && !concept.hasExtensions()
                && !(settings.wantsDesignations() && concept.hasDesignations())
                && (pick.selection().given().isEmpty()
                        || !pick.selection().given().containsKey(concept.code()))
                && !isSupplemented(pick.selection().system(), concept);
    }

    private boolean isSupplemented(CodeSystem system, Concept concept) {
        List<CodeSystem> added = supplements.of(system);
        if (added.isEmpty()) {
            return false;
        }
        String code = concept.code();
        for (CodeSystem supplement : added) {
            if (supplement.find(code) != null) {
                return true;
            }
        }
        return false;
    }

    private ConceptView.@Nullable Name display(List<ConceptView.Name> names) {
        Designation chosen =
                choice.choose(names.stream().map(ConceptView.Name::designation).toList());
        for (ConceptView.Name name : names) {
            if (isSame(name.designation(), chosen)) {
                supplements.use(name.supplement());
                return name;
            }
        }
        return null;
    }

    /** The choice returns one of the very objects that it is given, and equal names may come twice. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Designation one, @Nullable Designation other) {
        return one == other;
    }

    private List<Designation> designations(List<ConceptView.Name> names, ConceptView.@Nullable Name display) {
        List<Designation> designations = new ArrayList<>();
        for (ConceptView.Name name : names) {
            Designation designation = name.designation();
            boolean shown = display != null && (name.equals(display) || repeats(designation, display.designation()));
            if (!shown && isWanted(designation)) {
                designations.add(designation);
                supplements.use(name.supplement());
            }
        }
        return designations;
    }

    /** A display in the display's own language that says the same again. */
    private static boolean repeats(Designation designation, Designation display) {
        return designation.value().equals(display.value())
                && DisplayChoice.isForDisplay(designation.use())
                && (designation.language() == null || designation.language().equals(display.language()));
    }

    private boolean isWanted(Designation designation) {
        return settings.designations().isEmpty()
                || settings.designations().stream().anyMatch(token -> matches(token, designation));
    }

    /** A token is {@code system|code} of a use or of a language, or just a language. */
    private static boolean matches(String token, Designation designation) {
        int bar = token.indexOf('|');
        String system = bar < 0 ? LANGUAGE_TOKEN : token.substring(0, bar);
        String code = token.substring(bar + 1);
        if (system.equals(LANGUAGE_TOKEN)) {
            return code.equalsIgnoreCase(designation.language());
        }
        Coding use = designation.use();
        return use != null && system.equals(use.system()) && code.equals(use.code());
    }

    private List<Extension> extensions(ConceptView view) {
        Map<String, Extension> repeated = new LinkedHashMap<>();
        view.systemExtensions().forEach((url, marked) -> {
            if (OF_SYSTEM.contains(url)) {
                repeated.put(url, marked.extension());
                supplements.use(marked.supplement());
            }
        });
        for (Extension extension : view.givenExtensions()) {
            if (OF_VALUE_SET.contains(extension.url())) {
                repeated.put(extension.url(), extension);
            }
        }
        return List.copyOf(repeated.values());
    }
}
