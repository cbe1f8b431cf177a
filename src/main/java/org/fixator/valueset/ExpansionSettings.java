package org.fixator.valueset;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fixator.coding.Canonical;
import org.fixator.coding.Languages;
import org.fixator.issue.ExpansionMessages;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * What shapes an expansion: the request, completed where it is silent by the expansion parameters that the value set
 * states itself. A {@code null} means that neither says anything.
 *
 * @param languages by priority: the request's parameter, the value set's parameter, the header, the value set's language
 * @param supplements those that the request or the value set requires
 */
record ExpansionSettings(
        ExpandRequest request,
        @Nullable Boolean activeOnly,
        @Nullable Boolean excludeNested,
        @Nullable Boolean includeDesignations,
        @Nullable Boolean includeDefinition,
        @Nullable Boolean excludeNotForUI,
        @Nullable Boolean excludePostCoordinated,
        Set<String> properties,
        Set<String> designations,
        Languages languages,
        Set<Canonical> supplements,
        Set<Canonical> excludeSystems) {

    private static final String LANGUAGE = "displayLanguage";

    static ExpansionSettings of(ExpandRequest request) {
        ValueSetDefinition valueSet = request.valueSet();
        requireNotNegative("offset", request.offset());
        requireNotNegative("count", request.count());
        return new ExpansionSettings(
                request,
                flag(request.activeOnly(), valueSet, "activeOnly"),
                flag(request.excludeNested(), valueSet, "excludeNested"),
                flag(request.includeDesignations(), valueSet, "includeDesignations"),
                flag(request.includeDefinition(), valueSet, "includeDefinition"),
                flag(request.excludeNotForUI(), valueSet, "excludeNotForUI"),
                flag(request.excludePostCoordinated(), valueSet, "excludePostCoordinated"),
                properties(request, valueSet),
                texts(request.designations(), valueSet, "designation"),
                languages(request, valueSet),
                supplements(request, valueSet),
                canonicals(request.excludeSystems(), valueSet, "exclude-system"));
    }

    int offset() {
        return request.offset() == null ? 0 : request.offset();
    }

    boolean isActiveOnly() {
        return Boolean.TRUE.equals(activeOnly);
    }

    /** Designations are wanted where the client says so, or names some and does not say that it wants none. */
    boolean wantsDesignations() {
        return includeDesignations == null ? !designations.isEmpty() : includeDesignations;
    }

    /** A text to search by; {@code null} where there is none, also where it is blank. */
    @Nullable
    String filter() {
        String filter = request.filter();
        return filter == null || filter.isBlank() ? null : filter;
    }

    private static void requireNotNegative(String name, @Nullable Integer value) {
        if (value != null && value < 0) {
            throw new TerminologyException(ExpansionMessages.negative(name, value));
        }
    }

    private static List<String> own(ValueSetDefinition valueSet, String name) {
        if (valueSet.expansionParameters().isEmpty()) {
            return List.of();
        }
        return valueSet.expansionParameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(ExpansionParameter::value)
                .toList();
    }

    private static @Nullable Boolean flag(@Nullable Boolean asked, ValueSetDefinition valueSet, String name) {
        if (asked != null) {
            return asked;
        }
        List<String> own = own(valueSet, name);
        return own.isEmpty() ? null : Boolean.valueOf(own.get(0));
    }

    private static Set<String> texts(List<String> asked, ValueSetDefinition valueSet, String name) {
        List<String> texts = asked.isEmpty() ? own(valueSet, name) : asked;
        return texts.isEmpty() ? Set.of() : new LinkedHashSet<>(texts);
    }

    private static Set<String> properties(ExpandRequest request, ValueSetDefinition valueSet) {
        List<String> own = own(valueSet, "property");
        Compose compose = valueSet.compose();
        List<String> composed = compose == null ? List.of() : compose.properties();
        if (request.properties().isEmpty() && own.isEmpty() && composed.isEmpty()) {
            return Set.of();
        }
        Set<String> properties = new LinkedHashSet<>(request.properties());
        properties.addAll(own);
        properties.addAll(composed);
        return properties;
    }

    private static Set<Canonical> canonicals(List<Canonical> asked, ValueSetDefinition valueSet, String name) {
        List<String> own = own(valueSet, name);
        if (asked.isEmpty() && own.isEmpty()) {
            return Set.of();
        }
        Set<Canonical> all = new LinkedHashSet<>(asked);
        own.forEach(one -> all.add(Canonical.parse(one)));
        return all;
    }

    private static Set<Canonical> supplements(ExpandRequest request, ValueSetDefinition valueSet) {
        Set<Canonical> asked = canonicals(request.supplements(), valueSet, "useSupplement");
        if (valueSet.supplements().isEmpty()) {
            return asked;
        }
        Set<Canonical> all = new LinkedHashSet<>(asked);
        all.addAll(valueSet.supplements());
        return all;
    }

    private static Languages languages(ExpandRequest request, ValueSetDefinition valueSet) {
        if (!request.languages().isEmpty()) {
            return request.languages();
        }
        for (String own : own(valueSet, LANGUAGE)) {
            Languages languages = parsed(own);
            if (!languages.isEmpty()) {
                return languages;
            }
        }
        if (!request.acceptLanguages().isEmpty()) {
            return request.acceptLanguages();
        }
        return valueSet.language() == null ? Languages.NONE : parsed(valueSet.language());
    }

    private static Languages parsed(String text) {
        try {
            return Languages.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TerminologyException(ExpansionMessages.badLanguage(text, String.valueOf(e.getMessage())));
        }
    }
}
