package org.fixator.store;

/** HAPI, up and connected. */
public final class HapiStore {
    private final DeferredFhirPath extractor;

    HapiStore(DeferredFhirPath extractor) {
        this.extractor = extractor;
    }

    /** Builds what the first write or search would otherwise wait for, on the thread that calls. */
    public void warmUp() {
        extractor.warm();
    }
}
