package org.fixator.codesystem;

import java.util.List;
import org.fixator.coding.Canonical;
import org.fixator.coding.VersionPattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of versions. Each list holds {@code url|version} with wildcards allowed.
 *
 * @param system versions for systems that are named without one ({@code system-version})
 * @param check versions that are required; another is an error ({@code check-system-version})
 * @param force versions that replace what is named ({@code force-system-version})
 * @param valueSet versions for value sets that are named without one ({@code default-valueset-version})
 */
public record VersionRules(
        List<Canonical> system, List<Canonical> check, List<Canonical> force, List<Canonical> valueSet) {

    public static final VersionRules NONE = new VersionRules(List.of(), List.of(), List.of(), List.of());

    public VersionRules {
        system = List.copyOf(system);
        check = List.copyOf(check);
        force = List.copyOf(force);
        valueSet = List.copyOf(valueSet);
    }

    /**
     * The {@code check-system-version} of a system that a version of it does not satisfy; {@code null} where it satisfies
     * them all.
     */
    public static @Nullable String broken(VersionRules rules, Canonical answering) {
        String version = answering.version();
        for (Canonical rule : rules.check()) {
            String required = rule.version();
            if (required != null
                    && rule.url().equals(answering.url())
                    && (version == null || !new VersionPattern(required).matches(version))) {
                return required;
            }
        }
        return null;
    }

    /** The version that a list gives for a url. */
    public static @Nullable String of(List<Canonical> rules, String url) {
        for (Canonical rule : rules) {
            if (rule.url().equals(url)) {
                return rule.version();
            }
        }
        return null;
    }
}
