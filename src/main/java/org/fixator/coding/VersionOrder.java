package org.fixator.coding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The publisher's order of the versions of one system: by the algorithm that the system states, else by the first of
 * semver, date, integer and natural order that reads every version, else by none.
 *
 * <p>Versions that the order cannot tell apart are a tie. A tie is never broken by a guess: {@link #newest} is then
 * empty. Dates may be partial, and the shorter comes first: {@code 2026}, {@code 2026-04}, {@code 2027} is the order of
 * ICD-10-CM with its April update. Natural order compares runs of digits as numbers: LOINC {@code 2.9} is before
 * {@code 2.80}.
 *
 * @see <a href="https://hl7.org/fhir/R5/valueset-version-algorithm.html">FHIR's algorithms</a>
 */
public final class VersionOrder {

    private final @Nullable VersionScheme scheme;

    private VersionOrder(@Nullable VersionScheme scheme) {
        this.scheme = scheme;
    }

    /**
     * @param algorithms the algorithms that the versions of the system state ({@code versionAlgorithm}); used where they
     *     name one algorithm known here that reads every version
     * @param versions all versions there are
     */
    public static VersionOrder of(Collection<String> algorithms, Collection<String> versions) {
        Set<String> stated = new LinkedHashSet<>(algorithms);
        if (stated.size() == 1) {
            VersionScheme scheme = VersionScheme.named(stated.iterator().next());
            if (scheme != null && scheme.readsAll(versions)) {
                return new VersionOrder(scheme);
            }
        }
        return new VersionOrder(VersionScheme.inferred(versions));
    }

    /** Negative where {@code a} is older; 0 where they are equal or cannot be told apart. */
    public int compare(String a, String b) {
        if (scheme == null || a.equals(b)) {
            return 0;
        }
        VersionKey keyOfA = scheme.read(a);
        VersionKey keyOfB = scheme.read(b);
        return keyOfA == null || keyOfB == null || !keyOfA.isComparableTo(keyOfB) ? 0 : keyOfA.compareTo(keyOfB);
    }

    /** The versions, oldest first. Those that cannot be told apart keep their order. */
    public List<String> sorted(Collection<String> versions) {
        List<String> sorted = new ArrayList<>(versions);
        VersionScheme by = scheme;
        if (by != null && by.readsAll(versions)) {
            sorted.sort(Comparator.comparing(version -> by.required(version)));
        }
        return sorted;
    }

    /** The newest version; empty where there is none or where two are a tie. */
    public Optional<String> newest(Collection<String> versions) {
        String newest = null;
        for (String version : versions) {
            if (newest == null || compare(newest, version) < 0) {
                newest = version;
            }
        }
        for (String version : versions) {
            if (newest != null && !newest.equals(version) && compare(newest, version) <= 0) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(newest);
    }
}
