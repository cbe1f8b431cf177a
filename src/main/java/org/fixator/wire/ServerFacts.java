package org.fixator.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a server says of itself in its statements of capabilities.
 *
 * @param name computer name of the software
 * @param title human name
 * @param version of the software
 * @param releaseDate of the software, a FHIR date
 * @param url canonical url of the statements, without their names
 * @param features what the server can do beyond FHIR: values by the canonical of the definition
 */
public record ServerFacts(
        String name, String title, String version, String releaseDate, String url, Map<String, String> features) {

    public ServerFacts {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
    }
}
