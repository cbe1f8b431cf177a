package org.fixator.systems.bcp47;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.Grammar;
import org.fixator.codesystem.PlainConcept;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.coding.Designation;
import org.fixator.issue.SystemMessages;
import org.fixator.issue.TerminologyException;
import org.fixator.systems.bcp47.LanguageTag.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Language tags. The display of {@code en-US} is "English (Region=United States)"; "English (United States)" is another
 * name. Tags are codes of a case-sensitive system: {@code en-us} is not one.
 */
final class LanguageGrammar implements Grammar {

    /** FHIR's filter properties and the subtags that they look at; the two without are looked for elsewhere. */
    static final Map<String, String> FILTERS = Map.of(
            "language", "language",
            "ext-lang", "extlang",
            "script", "script",
            "region", "region",
            "variant", "variant",
            "extension", "",
            "private-use", "");

    private static final Map<String, String> LABELS =
            Map.of("extlang", "Extlang=", "script", "Script=", "region", "Region=", "variant", "Variant=");

    private final SubtagRegistry registry;
    /** The names that HL7's list of languages gives; they come before the registry's. */
    private final Map<String, String> commonNames = new LinkedHashMap<>();

    private final List<Concept> common;

    LanguageGrammar(SubtagRegistry registry) {
        this.registry = registry;
        for (String line : SubtagRegistry.lines("common-languages.tsv")) {
            if (!line.startsWith("#")) {
                int tab = line.indexOf('\t');
                commonNames.put(line.substring(0, tab), line.substring(tab + 1));
            }
        }
        this.common = commonNames.keySet().stream().map(this::required).toList();
    }

    @Override
    public @Nullable Concept read(String code) {
        LanguageTag tag = LanguageTag.read(code, registry).tag();
        return tag != null && tag.text().equals(code) ? concept(tag) : null;
    }

    @Override
    public @Nullable String complaint(String code) {
        return LanguageTag.read(code, registry).complaint();
    }

    @Override
    public List<String> suggestions(String code) {
        LanguageTag tag = LanguageTag.read(code, registry).tag();
        return tag == null ? List.of() : List.of(tag.text());
    }

    @Override
    public List<Concept> common() {
        return common;
    }

    @Override
    public @Nullable Predicate<Concept> filter(PropertyFilter filter) {
        String value = filter.value();
        if (!FILTERS.containsKey(filter.property()) || value == null) {
            return null;
        }
        return switch (filter.operator()) {
            case "exists" -> {
                boolean wanted = bool(filter, value);
                yield concept -> (part(concept, filter.property()) != null) == wanted;
            }
            case "=" -> concept -> value.equals(part(concept, filter.property()));
            default -> null;
        };
    }

    @Override
    public boolean isSame(Concept a, Concept b) {
        return preferred(a.code()).equals(preferred(b.code()));
    }

    private static boolean bool(PropertyFilter filter, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new TerminologyException(SystemMessages.badFilterValue(
                        filter.property(), filter.operator(), value, LanguageTags.URL, "true or false is expected"));
        };
    }

    private @Nullable String part(Concept concept, String property) {
        LanguageTag tag = LanguageTag.read(concept.code(), registry).tag();
        if (tag == null) {
            return null;
        }
        return switch (property) {
            case "extension" -> tag.extensions().isEmpty() ? null : String.join("-", tag.extensions());
            case "private-use" -> tag.privateUse();
            default -> {
                Subtag subtag = tag.subtag(FILTERS.getOrDefault(property, ""));
                yield subtag == null ? null : subtag.text();
            }
        };
    }

    /** The tag with every subtag replaced by the one that the registry prefers to it. */
    private String preferred(String code) {
        LanguageTag tag = LanguageTag.read(code, registry).tag();
        if (tag == null) {
            return code;
        }
        List<Subtag> subtags = tag.subtags().stream()
                .map(s -> s.preferred() == null ? s : new Subtag(s.type(), s.preferred(), s.descriptions(), null, null))
                .toList();
        return new LanguageTag(subtags, tag.extensions(), tag.privateUse()).text();
    }

    private Concept required(String code) {
        Reading reading = LanguageTag.read(code, registry);
        if (reading.tag() == null) {
            throw new IllegalStateException("common-languages.tsv: " + reading.complaint());
        }
        return concept(reading.tag());
    }

    private Concept concept(LanguageTag tag) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> languages = languages(tag);
        for (String language : languages) {
            names.add(name(language, tag, true));
        }
        for (String language : languages) {
            names.add(name(language, tag, false));
        }
        List<String> ordered = List.copyOf(names);
        List<Designation> others = ordered.subList(1, ordered.size()).stream()
                .map(name -> Designation.of("en", null, name))
                .toList();
        String status = tag.isDeprecated() ? "deprecated" : null;
        return new PlainConcept(LanguageTags.URL, tag.text(), ordered.get(0), null, others, List.of(), status);
    }

    private Set<String> languages(LanguageTag tag) {
        if (tag.subtags().isEmpty()) {
            return Set.of("Private use");
        }
        Subtag language = tag.subtags().get(0);
        Set<String> names = new LinkedHashSet<>();
        String common = commonNames.get(language.text());
        if (common != null) {
            names.add(common);
        }
        names.addAll(language.descriptions());
        return names;
    }

    private static String name(String language, LanguageTag tag, boolean labelled) {
        List<String> parts = new ArrayList<>();
        for (Subtag subtag : tag.subtags()) {
            String label = LABELS.get(subtag.type());
            if (label != null) {
                parts.add((labelled ? label : "") + subtag.description());
            }
        }
        for (String extension : tag.extensions()) {
            parts.add((labelled ? "Extension=" : "") + extension);
        }
        if (tag.privateUse() != null) {
            parts.add((labelled ? "Private=" : "") + tag.privateUse());
        }
        return parts.isEmpty() ? language : language + " (" + String.join(", ", parts) + ")";
    }
}
