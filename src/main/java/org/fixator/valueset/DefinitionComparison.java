package org.fixator.valueset;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystems;
import org.fixator.coding.Canonical;
import org.jspecify.annotations.Nullable;

/**
 * Compares value sets by their definitions, code system by code system, without looking at members that a definition does
 * not name. It gives up, rather than guess, at exclusions, imports, filters that differ and several versions of a system.
 *
 * <p>The version that an include states counts where a filter of the system is involved, or where the system needs
 * versions; whole systems and lists of codes are compared without regard to it.
 */
final class DefinitionComparison {
    private final CodeSystems codeSystems;
    private final IncludeVersions versions;

    DefinitionComparison(CodeSystems codeSystems, IncludeVersions versions) {
        this.codeSystems = codeSystems;
        this.versions = versions;
    }

    /** Null where the definitions do not tell. */
    @Nullable
    Compared compare(CompareRequest request) {
        Compose one = request.one().compose();
        Compose other = request.other().compose();
        if (one == null || other == null || !isPlain(request.one(), one) || !isPlain(request.other(), other)) {
            return null;
        }
        boolean activeOnly = request.activeOnly() || isActiveOnly(one);
        if (isActiveOnly(one) != isActiveOnly(other)) {
            return null;
        }
        Map<Canonical, SystemPair> pairs = pairs(one, other);
        Compared compared = pairs == null ? null : compare(pairs);
        // What is inactive may be all that a set has more than the other, or all that it has.
        return compared != null && activeOnly && compared.overlap().relation() != SetRelation.SAME ? null : compared;
    }

    private static @Nullable Compared compare(Map<Canonical, SystemPair> pairs) {
        Overlap overlap = Overlap.NOTHING;
        CodeLists codes = CodeLists.NONE;
        for (SystemPair pair : pairs.values()) {
            Compared part = pair.compare();
            if (part == null) {
                return null;
            }
            overlap = overlap.and(part.overlap());
            // Bare codes of several systems could not be told apart: the lists speak of one, the last.
            codes = part.codes().equals(CodeLists.NONE) ? codes : part.codes();
        }
        return new Compared(overlap, codes);
    }

    private static boolean isPlain(ValueSetDefinition valueSet, Compose compose) {
        return compose.exclude().isEmpty()
                && !compose.include().isEmpty()
                && compose.lockedDate() == null
                && valueSet.expansionParameters().stream()
                        .allMatch(parameter -> parameter.name().equals("displayLanguage"))
                && compose.include().stream().allMatch(DefinitionComparison::isPlain);
    }

    private static boolean isPlain(Include include) {
        return include.system() != null
                && include.valueSets().isEmpty()
                && !"*".equals(include.version())
                && (include.concepts() == null || include.filters().isEmpty());
    }

    private static boolean isActiveOnly(Compose compose) {
        return Boolean.FALSE.equals(compose.inactive());
    }

    /** The includes by system, and by version where it counts; null where a system comes in several versions. */
    private @Nullable Map<Canonical, SystemPair> pairs(Compose one, Compose other) {
        Set<String> filtered = new HashSet<>();
        Stream.concat(one.include().stream(), other.include().stream())
                .filter(include -> !include.filters().isEmpty())
                .forEach(include -> filtered.add(include.system()));
        Map<Canonical, SystemPair> pairs = new LinkedHashMap<>();
        Map<String, Canonical> keys = new HashMap<>();
        for (boolean ofThis : new boolean[] {true, false}) {
            for (Include include : ofThis ? one.include() : other.include()) {
                String url = String.valueOf(include.system());
                IncludeVersion version = versions.of(url, include.version());
                if (version instanceof IncludeVersion.Found found && found.brokenCheck() != null) {
                    return null;
                }
                boolean counts = filtered.contains(url) || needsVersion(url);
                Canonical key = counts ? new Canonical(url, answering(version)) : new Canonical(url, null);
                if (!key.equals(keys.computeIfAbsent(url, first -> key))) {
                    return null;
                }
                pairs.computeIfAbsent(key, first -> new SystemPair()).add(include, version, ofThis);
            }
        }
        return pairs;
    }

    private boolean needsVersion(String url) {
        CodeSystem system = codeSystems.find(url, null);
        return system != null && system.description().versionNeeded();
    }

    private static @Nullable String answering(IncludeVersion version) {
        return version instanceof IncludeVersion.Found found
                ? found.system().description().version()
                : version.asked();
    }
}
