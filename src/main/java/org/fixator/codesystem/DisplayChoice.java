package org.fixator.codesystem;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fixator.coding.Coding;
import org.fixator.coding.Designation;
import org.fixator.coding.LanguageRange;
import org.fixator.coding.Languages;
import org.jspecify.annotations.Nullable;

/**
 * Which of a concept's names is its display, for the languages that a client asked for.
 *
 * <p>The languages are tried in their order. For each, a name in that very language comes before one in a narrower, a
 * broader or a sibling language ({@link LanguageMatch}); among equals a name whose use is to be displayed comes before
 * other names, and the order of the source decides the rest. A name that is withdrawn is taken only where the language
 * has no other. A name without a language is taken after all named languages.
 *
 * <p>What happens where no language fits differs: an answer shows a display in whatever language there is, unless the
 * client wrote {@code *;q=0} ({@link #forAnswer}); a validation does not count such a display as valid
 * ({@link #forValidation}). Source: terminology ecosystem IG, page "Multi-Language Support".
 */
public final class DisplayChoice {

    /** The use under which the display of a concept stands among its other names. */
    public static final Coding PREFERRED_FOR_LANGUAGE = new Coding(
            "http://terminology.hl7.org/CodeSystem/hl7TermMaintInfra",
            null,
            "preferredForLanguage",
            "Preferred For Language");

    /** Uses, as {@code system|code}, of names that are made to be shown: preferred terms and plain synonyms. */
    private static final Set<String> DISPLAY_USES = Set.of(
            "http://terminology.hl7.org/CodeSystem/hl7TermMaintInfra|preferredForLanguage",
            "http://terminology.hl7.org/CodeSystem/designation-usage|display",
            "http://snomed.info/sct|900000000000548007",
            "http://snomed.info/sct|900000000000013009");

    private static final Set<String> WITHDRAWN = Set.of("withdrawn", "inactive");

    private final Languages languages;
    private final boolean anyLanguageElse;

    private DisplayChoice(Languages languages, boolean anyLanguageElse) {
        this.languages = languages;
        this.anyLanguageElse = anyLanguageElse;
    }

    /** For displays in answers: where no language fits, any language will do, unless the client says otherwise. */
    public static DisplayChoice forAnswer(Languages languages) {
        return new DisplayChoice(languages, !languages.namesAny());
    }

    /** For checking displays: only the languages asked for count. */
    public static DisplayChoice forValidation(Languages languages) {
        return new DisplayChoice(languages, false);
    }

    /**
     * All names of a concept, its display first, as a designation for preferred use.
     *
     * @param language language of the code system, which is that of the display
     */
    public static List<Designation> names(Concept concept, @Nullable String language) {
        String display = concept.display();
        if (display == null) {
            return concept.designations();
        }
        Designation shown = Designation.of(language, PREFERRED_FOR_LANGUAGE, display);
        List<Designation> others = concept.designations();
        if (others.isEmpty()) {
            return List.of(shown);
        }
        List<Designation> names = new ArrayList<>(1 + others.size());
        names.add(shown);
        names.addAll(others);
        return names;
    }

    /** Whether a name with this use is made to be shown; a name without a use is. */
    public static boolean isForDisplay(@Nullable Coding use) {
        return use == null
                || use.equals(PREFERRED_FOR_LANGUAGE)
                || DISPLAY_USES.contains(use.system() + "|" + use.code());
    }

    /** Whether a name is still for use. */
    public static boolean isActive(Designation name) {
        return name.status() == null || !WITHDRAWN.contains(name.status());
    }

    /** The languages that were asked for. */
    public Languages languages() {
        return languages;
    }

    /**
     * Whether a name in this language is one that was asked for. Every language is, where none was asked for; and so is
     * a language that is not known.
     */
    public boolean accepts(@Nullable String language) {
        if (languages.isEmpty() || language == null || language.isEmpty()) {
            return true;
        }
        for (LanguageRange range : languages.ranges()) {
            if (range.quality() > 0 && LanguageMatch.of(range.tag(), language) != LanguageMatch.NONE) {
                return true;
            }
        }
        return false;
    }

    /**
     * The display of a concept.
     *
     * @param language language of the code system
     * @return {@code null} where there is none in a language that will do
     */
    public @Nullable String display(Concept concept, @Nullable String language) {
        String display = concept.display();
        if (languages.isEmpty() && display != null) {
            return display;
        }
        Designation chosen = choose(names(concept, language));
        return chosen == null ? null : chosen.value();
    }

    /**
     * The name to display.
     *
     * @param names all names, the one in the code system's own language first
     * @return one of {@code names} (the very object); {@code null} where none is in a language that will do
     */
    public @Nullable Designation choose(List<Designation> names) {
        if (languages.isEmpty()) {
            return any(names);
        }
        for (LanguageRange range : languages.ranges()) {
            if (range.quality() > 0) {
                Designation best = best(range.tag(), names);
                if (best != null) {
                    return best;
                }
            }
        }
        for (Designation name : names) {
            if (hasNoLanguage(name) && isForDisplay(name.use())) {
                return name;
            }
        }
        return anyLanguageElse ? any(names) : null;
    }

    private static @Nullable Designation any(List<Designation> names) {
        return best("*", names);
    }

    private static @Nullable Designation best(String range, List<Designation> names) {
        Designation best = null;
        int lowest = Integer.MAX_VALUE;
        for (Designation name : names) {
            LanguageMatch match = LanguageMatch.of(range, name.language());
            if (match != LanguageMatch.NONE) {
                int cost = cost(match, name);
                if (cost < lowest) {
                    lowest = cost;
                    best = name;
                }
            }
        }
        return best;
    }

    /** Withdrawn weighs most, then the distance of the language, then the use. */
    private static int cost(LanguageMatch match, Designation name) {
        return (isActive(name) ? 0 : 100) + match.distance() * 10 + (isForDisplay(name.use()) ? 0 : 1);
    }

    private static boolean hasNoLanguage(Designation name) {
        return name.language() == null || name.language().isEmpty();
    }
}
