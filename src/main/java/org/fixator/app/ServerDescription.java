package org.fixator.app;

import java.util.Map;
import org.fixator.wire.ServerFacts;

/** What the server says of itself. */
final class ServerDescription {

    private static final String UNRELEASED = "0.1.0";

    private ServerDescription() {}

    static ServerFacts facts() {
        String built = ServerDescription.class.getPackage().getImplementationVersion();
        return new ServerFacts(
                "Fixator",
                "Fixator FHIR terminology server",
                built == null ? UNRELEASED : built,
                "2026-11-24",
                "https://fixator.example.org/fhir",
                Map.of());
    }
}
