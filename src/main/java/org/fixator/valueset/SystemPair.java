package org.fixator.valueset;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.coding.ContentMode;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * What two composes select from one code system. Used for one comparison.
 *
 * <p>Definitions tell as much as HL7's suite expects of them: identical parts, lists of codes, whole code systems and
 * single {@code is-a} filters. Everything else is left to a comparison of members.
 */
final class SystemPair {
    private static final Set<String> CONCEPT = Set.of("concept", "code");

    private final List<Include> these = new ArrayList<>();
    private final List<Include> others = new ArrayList<>();
    private final List<IncludeVersion> versions = new ArrayList<>();

    void add(Include include, IncludeVersion version, boolean ofThis) {
        (ofThis ? these : others).add(include);
        versions.add(version);
    }

    /** Null where the definitions do not tell. */
    @Nullable
    Compared compare() {
        CodeSystem system = system();
        SystemPart one = SystemPart.of(these, system);
        SystemPart other = SystemPart.of(others, system);
        if (one.isList() && other.isList()) {
            CodeLists codes = CodeLists.of(one.codes(), other.codes());
            return new Compared(codes.overlap(), codes);
        }
        Overlap overlap = overlap(one, other, system);
        return overlap == null ? null : new Compared(overlap, CodeLists.NONE);
    }

    private static @Nullable Overlap overlap(SystemPart one, SystemPart other, @Nullable CodeSystem system) {
        if (one.equals(other) || (one.whole() && other.whole())) {
            return Overlap.EQUAL;
        }
        boolean isKnown = system != null && system.description().content() == ContentMode.COMPLETE;
        if (one.isNothing() && (other.isList() || (other.whole() && !isKnown))) {
            return new Overlap(false, false, true);
        }
        if (other.isNothing() && (one.isList() || (one.whole() && !isKnown))) {
            return new Overlap(false, true, false);
        }
        boolean isReasoned =
                one.isNothing() || other.isNothing() || one.whole() || other.whole() || areTrees(one, other);
        return isReasoned && isKnown && system != null ? counted(one, other, system) : null;
    }

    private static boolean areTrees(SystemPart one, SystemPart other) {
        PropertyFilter a = one.onlyFilter();
        PropertyFilter b = other.onlyFilter();
        return a != null
                && b != null
                && a.operator().equals("is-a")
                && b.operator().equals("is-a")
                && CONCEPT.contains(a.property())
                && CONCEPT.contains(b.property());
    }

    private static @Nullable Overlap counted(SystemPart one, SystemPart other, CodeSystem system) {
        try {
            return Overlap.of(one.members(system), other.members(system));
        } catch (TerminologyException e) {
            // What is wrong with a filter is told by the comparison of members, which meets it again.
            return null;
        }
    }

    /** The code system version that answers for all includes; null where there is none or they differ. */
    private @Nullable CodeSystem system() {
        CodeSystem only = null;
        for (IncludeVersion version : versions) {
            if (!(version instanceof IncludeVersion.Found found) || (only != null && only != found.system())) {
                return null;
            }
            only = found.system();
        }
        return only;
    }
}
