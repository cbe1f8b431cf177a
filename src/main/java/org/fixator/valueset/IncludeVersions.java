package org.fixator.valueset;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystems;
import org.fixator.codesystem.VersionRules;
import org.fixator.coding.Canonical;
import org.fixator.coding.VersionPattern;
import org.fixator.issue.ExpansionMessages;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the code system version that answers for an include, as HL7's {@code version} suite fixes it:
 *
 * <ol>
 *   <li>{@code force-system-version} replaces whatever the include states;
 *   <li>else the stated version counts, perhaps a pattern;
 *   <li>else {@code system-version} fills in, else {@code check-system-version};
 *   <li>whatever was found must satisfy every {@code check-system-version} of the system.
 * </ol>
 *
 * A pattern takes the newest version that it matches, unless one of the versions preferred (those of the values that
 * are validated) fits as well.
 */
public final class IncludeVersions {

    /** The stated version that means every version there is (R5). */
    private static final String ALL = "*";

    private final CodeSystems systems;
    private final VersionRules rules;
    private final List<Canonical> preferred;

    /**
     * @param preferred versions, exact, to be taken wherever the include leaves a choice that admits them
     */
    public IncludeVersions(CodeSystems systems, VersionRules rules, List<Canonical> preferred) {
        this.systems = systems;
        this.rules = rules;
        this.preferred = List.copyOf(preferred);
    }

    /**
     * The version that answers.
     *
     * @param stated the version in the include; {@code null} where it names none
     * @throws TerminologyException where the request contradicts itself: two versions forced or defaulted for a system
     */
    public IncludeVersion of(String url, @Nullable String stated) {
        String forced = single(rules.force(), url, "force-system-version");
        if (forced != null) {
            return find(url, stated, forced, IncludeVersion.Rule.FORCED);
        }
        if (stated != null) {
            return find(url, stated, stated, IncludeVersion.Rule.STATED);
        }
        String filled = single(rules.system(), url, "system-version");
        if (filled != null) {
            return find(url, null, filled, IncludeVersion.Rule.SYSTEM_VERSION);
        }
        String check = VersionRules.of(rules.check(), url);
        return find(url, null, check, check == null ? IncludeVersion.Rule.DEFAULT : IncludeVersion.Rule.CHECKED);
    }

    /** Every version that answers: more than one only where the include states {@code *} and nothing is forced. */
    public List<IncludeVersion> all(String url, @Nullable String stated) {
        List<String> known = systems.versions(url);
        if (!ALL.equals(stated) || known.isEmpty() || VersionRules.of(rules.force(), url) != null) {
            return List.of(of(url, stated));
        }
        List<IncludeVersion> found = new ArrayList<>();
        for (int i = known.size() - 1; i >= 0; i--) {
            found.add(find(url, stated, known.get(i), IncludeVersion.Rule.STATED));
        }
        return found;
    }

    /**
     * Whether a version is the one asked for or fits the pattern. A version that is a URI is also matched by the URI
     * above it: {@code http://snomed.info/sct/731000124108} asks for an edition and gets its releases.
     */
    static boolean matches(String asked, String version) {
        return new VersionPattern(asked).admits(version);
    }

    private IncludeVersion find(String url, @Nullable String stated, @Nullable String asked, IncludeVersion.Rule rule) {
        CodeSystem system = preferred(url, asked);
        if (system == null) {
            system = systems.find(url, asked);
        }
        if (system == null) {
            return new IncludeVersion.Missing(url, stated, asked, rule, systems.versions(url));
        }
        String version = system.description().version();
        return new IncludeVersion.Found(url, stated, asked, rule, system, brokenCheck(url, version));
    }

    private @Nullable CodeSystem preferred(String url, @Nullable String asked) {
        for (Canonical wish : preferred) {
            String version = wish.version();
            if (version != null && wish.url().equals(url) && (asked == null || matches(asked, version))) {
                CodeSystem system = systems.find(url, version);
                if (system != null) {
                    return system;
                }
            }
        }
        return null;
    }

    private @Nullable String brokenCheck(String url, @Nullable String version) {
        for (Canonical check : rules.check()) {
            String required = check.version();
            if (check.url().equals(url) && required != null && (version == null || !matches(required, version))) {
                return required;
            }
        }
        return null;
    }

    private static @Nullable String single(List<Canonical> list, String url, String parameter) {
        String only = null;
        for (Canonical rule : list) {
            String version = rule.version();
            if (version != null && rule.url().equals(url)) {
                if (only != null && !Objects.equals(only, version)) {
                    throw new TerminologyException(
                            ExpansionMessages.contradictingVersions(parameter, url, only, version), 400);
                }
                only = version;
            }
        }
        return only;
    }
}
