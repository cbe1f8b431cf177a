package org.fixator.codesystem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fixator.coding.Designation;
import org.fixator.coding.LanguageRange;
import org.fixator.coding.Languages;
import org.fixator.issue.DisplayMessages;
import org.fixator.issue.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Whether a display is one of a concept's names. Comparison ignores case. Which names count depends on the languages
 * asked for; with none, every name does. HL7's suites {@code language2}, {@code validation} and {@code extensions}
 * fix the outcomes.
 */
public final class DisplayCheck {

    /** Marks a concept whose display is ours and not the publisher's. */
    public static final String PARAPHRASED = "https://fixator.example.org/fhir/StructureDefinition/paraphrased-display";

    private final CodeSystemDescription system;
    private final Concept concept;
    private final Languages languages;
    private final List<Designation> names = new ArrayList<>();

    /**
     * @param further names that the value set gives the concept
     */
    public DisplayCheck(CodeSystemDescription system, Concept concept, List<Designation> further, Languages languages) {
        this.system = system;
        this.concept = concept;
        this.languages = languages;
        String display = concept.display();
        if (display != null) {
            names.add(Designation.of(system.language(), null, display));
        }
        names.addAll(concept.designations());
        names.addAll(further);
    }

    /** Whether the display is a current name of the concept in a language asked for. */
    public boolean accepts(String display) {
        for (Designation name : names) {
            if (isCurrent(name) && isAsked(name) && name.value().equalsIgnoreCase(display)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Checks a display and notes what is wrong.
     *
     * @param lenient whether a wrong display is a warning only
     * @param path FHIRPath of the display
     */
    public void check(String display, boolean lenient, String path, Findings findings) {
        if (accepts(display)) {
            return;
        }
        String label = system.url() + "#" + concept.code();
        if (isParaphrased()) {
            findings.add(DisplayMessages.paraphrased(display, label, path));
            return;
        }
        Designation former = formerName(display);
        if (former != null) {
            findings.add(DisplayMessages.noLongerCorrect(
                    display, concept.code(), formerStatus(former), currentValues(), path));
            return;
        }
        Severity severity = lenient ? Severity.WARNING : Severity.ERROR;
        List<String> valid = validDisplays();
        if (concept.isUserAssigned()) {
            findings.say(DisplayMessages.notFixed(display, label, valid, asked(), path));
        } else if (!valid.isEmpty()) {
            findings.say(DisplayMessages.wrong(
                    severity, differsByWhitespace(display), display, label, valid, asked(), path));
        } else if (names.isEmpty()) {
            findings.say(DisplayMessages.noneKnown(display, label, asked(), path));
        } else if (isDefaultName(display)) {
            findings.say(DisplayMessages.validInDefaultLanguage(display, label, asked(), path));
        } else {
            String defaultDisplay = concept.display();
            findings.say(DisplayMessages.wrongWithNoneInLanguage(
                    severity, display, label, asked(), defaultDisplay == null ? "" : defaultDisplay, path));
        }
    }

    private boolean isParaphrased() {
        return concept.extensions().stream()
                .anyMatch(extension -> extension.url().equals(PARAPHRASED) && "true".equals(extension.value()));
    }

    private @Nullable Designation formerName(String display) {
        for (Designation name : names) {
            if (!isCurrent(name) && isAsked(name) && name.value().equalsIgnoreCase(display)) {
                return name;
            }
        }
        return null;
    }

    /** HL7's suite reports a withdrawn name as deprecated: both mean that the name was right once. */
    private static String formerStatus(Designation former) {
        String status = former.status();
        return status == null || status.equals("withdrawn") ? "deprecated" : status;
    }

    private List<String> currentValues() {
        return names.stream()
                .filter(name -> isCurrent(name) && isAsked(name))
                .map(Designation::value)
                .distinct()
                .toList();
    }

    private List<String> validDisplays() {
        List<String> valid = new ArrayList<>();
        for (Designation name : names) {
            if (isCurrent(name) && isAsked(name)) {
                String language = name.language();
                String shown = "'" + name.value() + "'" + (language == null ? "" : " (" + language + ")");
                if (!valid.contains(shown)) {
                    valid.add(shown);
                }
            }
        }
        return valid;
    }

    private boolean differsByWhitespace(String display) {
        String folded = foldWhitespace(display);
        return names.stream()
                .anyMatch(name -> isCurrent(name)
                        && isAsked(name)
                        && foldWhitespace(name.value()).equals(folded));
    }

    private boolean isDefaultName(String display) {
        return names.stream()
                .anyMatch(name -> isCurrent(name)
                        && (name.language() == null || name.language().equals(system.language()))
                        && name.value().equalsIgnoreCase(display));
    }

    private static boolean isCurrent(Designation name) {
        String status = name.status();
        return status == null || !(status.equals("deprecated") || status.equals("withdrawn"));
    }

    /** A name without a language belongs to every language. */
    private boolean isAsked(Designation name) {
        String language = name.language();
        if (languages.isEmpty() || language == null) {
            return true;
        }
        return languages.ranges().stream().anyMatch(range -> range.quality() > 0 && covers(range, language));
    }

    private static boolean covers(LanguageRange range, String tag) {
        String wanted = range.tag().toLowerCase(Locale.ROOT);
        String actual = tag.toLowerCase(Locale.ROOT);
        return wanted.equals("*")
                || actual.equals(wanted)
                || actual.startsWith(wanted + "-")
                || wanted.startsWith(actual + "-");
    }

    private String asked() {
        return languages.isEmpty() ? "--" : languages.source();
    }

    private static String foldWhitespace(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
