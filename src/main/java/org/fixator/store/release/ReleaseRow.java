package org.fixator.store.release;

import java.util.List;
import org.fixator.catalog.Edition;
import org.fixator.catalog.Provenance;
import org.fixator.catalog.StoredRelease;
import org.fixator.catalog.StoredRelease.State;
import org.fixator.release.ReleaseIdentity;

/**
 * A release as it stands in the database.
 *
 * @param notes what the reader had to say
 */
record ReleaseRow(
        String id,
        ReleaseIdentity identity,
        State state,
        boolean pinned,
        long concepts,
        long mappings,
        Provenance provenance,
        List<String> notes) {

    ReleaseRow {
        notes = List.copyOf(notes);
    }

    boolean isActive() {
        return state == State.ACTIVE;
    }

    Edition edition() {
        return new Edition(id, identity.from(), identity.to(), pinned);
    }

    ReleaseRow with(State otherState, boolean otherPinned) {
        return new ReleaseRow(id, identity, otherState, otherPinned, concepts, mappings, provenance, notes);
    }

    StoredRelease stored(State shown) {
        return new StoredRelease(id, identity, shown, pinned, concepts, mappings, provenance);
    }
}
