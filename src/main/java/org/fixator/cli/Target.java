package org.fixator.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server or data directory a command is for; options that every command has. */
final class Target {

    @Option(
            names = "--server",
            paramLabel = "<url>",
            description = "FHIR base of a server, such as http://host:8080/fhir. Without it, the server that runs on"
                    + " the data directory, or else the directory itself.")
    @Nullable
    String server;

    @Option(
            names = "--token",
            paramLabel = "<token>",
            description = "Token for what changes something. Default: the environment variable"
                    + " FIXATOR_TOKEN, or that of the directory.")
    @Nullable
    String token = System.getenv("FIXATOR_TOKEN");

    @Option(
            names = {"--data", "--fixator.data"},
            paramLabel = "<dir>",
            defaultValue = "${env:FIXATOR_DATA:-./data}",
            description = "Data directory. Default: ${DEFAULT-VALUE}")
    Path data = Path.of("data");

    @Option(names = "--json", description = "Print the server's answer as JSON.")
    boolean json;

    /** For a command that only asks. */
    Connection toAsk(Installation installation) {
        Optional<ServerConnection> running = running();
        if (running.isPresent()) {
            return running.get();
        }
        if (!Files.isDirectory(data)) {
            throw new Failure(
                    ExitCode.USAGE,
                    "There is no data directory " + data.toAbsolutePath().normalize()
                            + "; name one with --data, or a server with --server");
        }
        return new StoredConnection(installation.open(data));
    }

    /** For a command that changes something. */
    ServerConnection toChange(Installation installation) {
        return running().orElseGet(() -> {
            Installation.LocalServer local = installation.start(data);
            return new ServerConnection(local.url(), local.token(), local::close);
        });
    }

    private Optional<ServerConnection> running() {
        if (server != null) {
            return Optional.of(new ServerConnection(server, token, () -> {}));
        }
        return ServerFile.in(data).map(file -> new ServerConnection(file.url(), file.token(), () -> {}));
    }
}
