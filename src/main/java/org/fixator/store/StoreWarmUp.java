package org.fixator.store;

/** Builds in the background what the first write or search would otherwise wait for. */
public final class StoreWarmUp {
    private final DeferredFhirPath extractor;

    StoreWarmUp(DeferredFhirPath extractor) {
        this.extractor = extractor;
    }

    /** Returns at once. */
    public void start() {
        Thread thread = new Thread(extractor::warm, "store-warm-up");
        thread.setDaemon(true);
        thread.start();
    }
}
