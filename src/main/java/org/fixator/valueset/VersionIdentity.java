package org.fixator.valueset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the same code in two versions of a code system is one member of a value set or two.
 *
 * <p>As long as the compose states one version of each system the question does not arise. Where it states several, the
 * versions are apart, unless the value set says {@code versionsMatch} (an expansion parameter), or unless it includes
 * and excludes versions of one and the same system and no version is on both sides: then the excludes could not take
 * anything out if versions were apart, and so they are not. (HL7's {@code overload} suite.)
 *
 * @param statesVersions whether the compose names a code system in several versions
 * @param matches whether versions count as the same, as stated or as concluded; {@code null} where neither
 */
record VersionIdentity(boolean statesVersions, @Nullable Boolean matches) {

    private static final String VERSIONS_MATCH = "versionsMatch";

    static VersionIdentity of(ValueSetDefinition valueSet) {
        Compose compose = valueSet.compose();
        if (compose == null) {
            return new VersionIdentity(false, null);
        }
        Boolean stated = stated(valueSet);
        boolean several = statesSeveralVersions(compose);
        boolean concluded = stated == null && excludesOtherVersions(compose);
        return new VersionIdentity(several, concluded ? Boolean.TRUE : stated);
    }

    boolean acrossVersions() {
        return !statesVersions || Boolean.TRUE.equals(matches);
    }

    private static @Nullable Boolean stated(ValueSetDefinition valueSet) {
        for (ExpansionParameter parameter : valueSet.expansionParameters()) {
            if (parameter.name().equals(VERSIONS_MATCH)) {
                return Boolean.valueOf(parameter.value());
            }
        }
        return null;
    }

    private static boolean statesSeveralVersions(Compose compose) {
        Map<String, Include> first = new HashMap<>();
        List<Include> all = new ArrayList<>(compose.include());
        all.addAll(compose.exclude());
        for (Include include : all) {
            if (include.system() != null) {
                Include before = first.putIfAbsent(include.system(), include);
                if (before != null && !Objects.equals(before.version(), include.version())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean excludesOtherVersions(Compose compose) {
        Set<String> included = new HashSet<>();
        Set<String> excluded = new HashSet<>();
        String system =
                compose.include().isEmpty() ? null : compose.include().get(0).system();
        return system != null
                && !compose.exclude().isEmpty()
                && collects(compose.include(), system, included)
                && collects(compose.exclude(), system, excluded)
                && included.stream().noneMatch(excluded::contains);
    }

    /** Whether all includes state versions of the system, which are collected. */
    private static boolean collects(List<Include> includes, String system, Set<String> versions) {
        for (Include include : includes) {
            if (include.version() == null || !system.equals(include.system())) {
                return false;
            }
            versions.add(include.version());
        }
        return true;
    }
}
