package org.fixator.app;

import org.fixator.wire.Capabilities.Software;

/** What the server says of itself. */
final class ServerDescription {

    private static final String UNRELEASED = "0.1.0";

    private ServerDescription() {}

    static Software software() {
        String built = ServerDescription.class.getPackage().getImplementationVersion();
        return new Software("Fixator", built == null ? UNRELEASED : built, "2026-11-24");
    }
}
