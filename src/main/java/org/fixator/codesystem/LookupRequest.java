package org.fixator.codesystem;

import java.util.List;
import org.fixator.coding.Canonical;
import org.fixator.coding.Languages;
import org.jspecify.annotations.Nullable;

/**
 * {@code CodeSystem/$lookup}.
 *
 * @param system url of the system
 * @param version version asked for; {@code null} for the one that answers by default
 * @param code the code, as the client wrote it
 * @param languages languages for the display, best first
 * @param properties properties asked for; empty for all. {@code *} asks for all too
 * @param supplements supplements to use besides those that apply by default
 */
public record LookupRequest(
        String system,
        @Nullable String version,
        String code,
        Languages languages,
        List<String> properties,
        List<Canonical> supplements) {

    public LookupRequest {
        properties = List.copyOf(properties);
        supplements = List.copyOf(supplements);
    }
}
