package org.fixator.codesystem;

import java.util.List;
import java.util.Set;
import org.fixator.coding.Canonical;
import org.jspecify.annotations.Nullable;

/** The code systems that a request can see. A snapshot: it does not change during a request. */
public interface CodeSystems {

    /**
     * The code system version that answers.
     *
     * @param url the system
     * @param version an exact version, or a pattern with wildcards; {@code null} for the version that answers by default
     *     (by rank, then the newest in the publisher's order)
     * @return {@code null} where there is none. Supplements are never returned.
     */
    @Nullable
    CodeSystem find(String url, @Nullable String version);

    /** All versions of a system, in the publisher's order, oldest first; empty where the system is unknown. */
    List<String> versions(String url);

    /**
     * The url under which a system is served that may have been named otherwise: by an OID, or by a url that is no longer
     * used. What is not known under another name is returned as it is.
     */
    default String served(String url) {
        return url;
    }

    /** The urls of all code systems, without supplements: to tell where else a code exists. */
    default Set<String> urls() {
        return Set.of();
    }

    /** The supplement with this canonical; {@code null} where there is none. */
    @Nullable
    CodeSystem supplement(Canonical supplement);

    /** The supplements of a system that apply without being asked for. */
    List<CodeSystem> defaultSupplements(Canonical system);

    /** All supplements of a system. */
    List<CodeSystem> supplements(Canonical system);
}
