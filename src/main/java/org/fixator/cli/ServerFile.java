package org.fixator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a running server says of itself in its data directory. */
record ServerFile(String url, String token) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty where no server runs there; a file that a killed server has left behind does not count. */
    static Optional<ServerFile> in(Path data) {
        Path file = data.resolve("server.json");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            JsonNode json = JSON.readTree(file.toFile());
            boolean runs = ProcessHandle.of(json.path("pid").asLong())
                    .filter(ProcessHandle::isAlive)
                    .isPresent();
            return runs
                    ? Optional.of(new ServerFile(
                            json.path("url").asText(), json.path("token").asText()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new Failure(ExitCode.REFUSED, file + " cannot be read: " + e.getMessage());
        }
    }
}
