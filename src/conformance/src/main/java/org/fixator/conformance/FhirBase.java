package org.fixator.conformance;

import java.net.URI;

/** The two endpoints of the server, one per version of FHIR. */
public enum FhirBase {
    R4("r4", "/fhir"),
    R5("r5", "/fhir/r5");

    private final String code;
    private final String path;

    FhirBase(String code, String path) {
        this.code = code;
        this.path = path;
    }

    String code() {
        return code;
    }

    /** The base URL of this version on a server with the given root. */
    String on(URI root) {
        String text = root.toString();
        return (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path;
    }
}
