package org.fixator.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fixator.conformance.Server;
import org.fixator.conformance.ServerProcess;

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

    /** The server to be tested: the one that {@code -Dfixator.url} names, else the jar with its own content. */
    static Server server(String log) throws IOException {
        work();
        String url = System.getProperty("fixator.url", "");
        return url.isEmpty() ? ServerProcess.start(jar(), List.of(), work().resolve(log)) : Server.at(URI.create(url));
    }

    /** Packages that were fetched or made, and the servers' logs. */
    static Path work() {
        try {
            Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir")));
            return Files.createDirectories(Path.of("target", "clients")).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isCi() {
        return "true".equals(System.getenv("CI"));
    }
}
