package org.fixator.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a run was given, by system properties, and where it keeps things. */
final class ClientFolders {

    private ClientFolders() {}

    /** The packaged server. */
    static Path jar() {
        String given = System.getProperty("fixator.jar", "");
        Path jar = Path.of(given.isEmpty() ? "../../target/fixator.jar" : given).toAbsolutePath();
        if (Files.notExists(jar)) {
            throw new IllegalStateException("No " + jar + ": ./mvnw package makes it, -Dfixator.jar names another");
        }
        return jar;
    }

    /** Packages that were fetched or made, and the servers' logs. */
    static Path work() {
        try {
            return Files.createDirectories(Path.of("target", "clients")).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isCi() {
        return "true".equals(System.getenv("CI"));
    }
}
