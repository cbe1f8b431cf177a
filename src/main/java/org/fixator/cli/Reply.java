package org.fixator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the server.
 *
 * @param json the resource in UTF-8
 * @param location where a job is asked for; {@code null} where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Reply(int status, byte[] json, @Nullable String location) {

    private static final ObjectMapper JSON = new ObjectMapper();

    boolean isOk() {
        return status >= 200 && status < 300;
    }

    /** The resource. @throws Failure where it is none: something that is no FHIR server answered */
    JsonNode resource() {
        try {
            JsonNode tree = JSON.readTree(json);
            if (tree.isObject()) {
                return tree;
            }
        } catch (IOException e) {
            // told below
        }
        String text = new String(json, StandardCharsets.UTF_8).strip();
        throw new Failure(
                ExitCode.REFUSED,
                "The answer (HTTP " + status + ") is not FHIR: " + text.substring(0, Math.min(200, text.length())));
    }

    /** The exit code: a kind that there is not is wrong usage, any other refusal is the server's. */
    int exitCode() {
        if (isOk()) {
            return ExitCode.DONE;
        }
        boolean kind = status == 400
                && resource()
                        .path("issue")
                        .path(0)
                        .path("expression")
                        .path(0)
                        .asText()
                        .equals("kind");
        return kind ? ExitCode.USAGE : ExitCode.REFUSED;
    }

    String pretty() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(resource());
        } catch (IOException e) {
            throw new Failure(ExitCode.REFUSED, "The answer cannot be shown: " + e.getMessage());
        }
    }
}
