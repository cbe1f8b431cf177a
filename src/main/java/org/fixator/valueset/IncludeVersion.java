package org.fixator.valueset;

import java.util.List;
import org.fixator.codesystem.CodeSystem;
import org.fixator.coding.VersionPattern;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a code system answers for one include of a value set, and why that one. Expansion refuses what is
 * {@link Missing} or breaks a check; validation words its issues from the same facts.
 */
public sealed interface IncludeVersion {

    /** What decided the version that was looked for. */
    enum Rule {
        /** Nobody names a version: the one that answers by default. */
        DEFAULT,
        /** The include names it. */
        STATED,
        /** {@code force-system-version} replaces whatever the include names. */
        FORCED,
        /** {@code system-version} fills in for an include that names none. */
        SYSTEM_VERSION,
        /** {@code check-system-version} fills in for an include that names none. */
        CHECKED
    }

    /** The code system. */
    String url();

    /** The version in the include as it stands there; {@code null} where it names none. */
    @Nullable
    String stated();

    /**
     * The version looked for once the rules were applied, as it was written, perhaps a pattern; {@code null} for the
     * one that answers by default.
     */
    @Nullable
    String asked();

    Rule rule();

    /** Whether a version of the code system is one that was looked for. */
    default boolean admits(@Nullable String version) {
        String asked = asked();
        return asked == null || (version != null && IncludeVersions.matches(asked, version));
    }

    /** Whether the version looked for leaves a choice. */
    default boolean isOpen() {
        String asked = asked();
        return asked == null || new VersionPattern(asked).isWildcard();
    }

    /**
     * A version that answers.
     *
     * @param system the version
     * @param brokenCheck the {@code check-system-version} that this version does not satisfy; {@code null} where it
     *     satisfies them all
     */
    record Found(
            String url,
            @Nullable String stated,
            @Nullable String asked,
            Rule rule,
            CodeSystem system,
            @Nullable String brokenCheck)
            implements IncludeVersion {}

    /**
     * There is no such version.
     *
     * @param known the versions that there are, oldest first; empty where the system is unknown or has no versions
     */
    record Missing(String url, @Nullable String stated, @Nullable String asked, Rule rule, List<String> known)
            implements IncludeVersion {

        public Missing {
            known = List.copyOf(known);
        }
    }
}
