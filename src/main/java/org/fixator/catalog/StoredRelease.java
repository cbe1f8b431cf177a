package org.fixator.catalog;

import org.fixator.release.ReleaseIdentity;

/**
 * A release that is kept by the server.
 *
 * @param id names it in requests and on the command line: {@code <kind>-<version>}
 * @param state whether it answers
 * @param pinned whether it answers where no version is asked for, whatever the order of versions says
 * @param concepts number of concepts of its code systems
 * @param mappings number of targets of its concept maps
 */
public record StoredRelease(
        String id,
        ReleaseIdentity identity,
        State state,
        boolean pinned,
        long concepts,
        long mappings,
        Provenance provenance) {

    /** Whether a release answers. */
    public enum State {
        /** It is served. */
        ACTIVE,
        /** It is kept but not served; {@link Releases#activate} serves it again. */
        RETIRED,
        /** It is to be served, and what is kept of it is missing or damaged: it has to be imported again. */
        UNREADABLE
    }
}
