package org.fixator.http;

import java.util.function.BooleanSupplier;

/**
 * Which parts of the server are up. Terminology comes first, read from what is stored; the definitions of FHIR and HAPI's
 * store of resources follow while terminology is being served.
 */
public final class ServerParts {
    private final BooleanSupplier terminology;
    private volatile boolean store;
    private volatile boolean definitions;

    ServerParts(BooleanSupplier terminology) {
        this.terminology = terminology;
    }

    /** Resources can be read, searched and written, and the configured content is stored. */
    public void storeIsUp() {
        store = true;
    }

    /** What FHIR itself defines has been read. */
    public void definitionsAreRead() {
        definitions = true;
    }

    /** Whether the content is loaded, and the server is not stopping. */
    boolean servesTerminology() {
        return terminology.getAsBoolean();
    }

    boolean isWhole() {
        return servesTerminology() && store && definitions;
    }

    String json() {
        return "{\"status\":\"" + word(isWhole()) + "\",\"terminology\":\"" + word(servesTerminology())
                + "\",\"fhirDefinitions\":\"" + word(definitions) + "\",\"store\":\"" + word(store) + "\"}";
    }

    private static String word(boolean up) {
        return up ? "UP" : "STARTING";
    }
}
