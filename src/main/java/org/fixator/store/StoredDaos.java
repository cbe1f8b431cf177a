package org.fixator.store;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** HAPI's DAOs for those who are there before HAPI is up. */
public final class StoredDaos implements Supplier<DaoRegistry> {
    private volatile @Nullable DaoRegistry daos;

    void connect(DaoRegistry hapi) {
        daos = hapi;
    }

    /** Whether HAPI is up. */
    public boolean areThere() {
        return daos != null;
    }

    /** @throws IllegalStateException where HAPI is not up yet */
    @Override
    public DaoRegistry get() {
        DaoRegistry known = daos;
        if (known == null) {
            throw new IllegalStateException("Nothing can be read from the store yet: the server is starting");
        }
        return known;
    }
}
