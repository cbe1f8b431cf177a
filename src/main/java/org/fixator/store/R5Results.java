package org.fixator.store;

import ca.uhn.fhir.rest.api.server.IBundleProvider;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.jspecify.annotations.Nullable;

/** Results of a search or a history, converted page by page. */
final class R5Results implements IBundleProvider {
    private final IBundleProvider stored;
    private final R5Reader reader;

    R5Results(IBundleProvider stored, R5Reader reader) {
        this.stored = stored;
        this.reader = reader;
    }

    @Override
    public List<IBaseResource> getResources(int from, int to) {
        return stored.getResources(from, to).stream().map(reader::toR5).toList();
    }

    @Override
    public @Nullable Integer getCurrentPageOffset() {
        return stored.getCurrentPageOffset();
    }

    @Override
    public @Nullable Integer getCurrentPageSize() {
        return stored.getCurrentPageSize();
    }

    @Override
    public IPrimitiveType<Date> getPublished() {
        return stored.getPublished();
    }

    @Override
    public @Nullable String getUuid() {
        return stored.getUuid();
    }

    @Override
    public @Nullable Integer preferredPageSize() {
        return stored.preferredPageSize();
    }

    @Override
    public @Nullable Integer size() {
        return stored.size();
    }
}
