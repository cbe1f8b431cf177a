package org.fixator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The resources of a bundle's entries as they were sent. The engine reads elements of FHIR versions that HAPI's R4 model
 * would drop.
 *
 * @param resources null for an entry without one; empty if the bundle is not JSON
 */
record RawEntries(List<byte @Nullable []> resources) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static RawEntries of(byte[] bundle) {
        String text = new String(bundle, StandardCharsets.UTF_8);
        List<byte @Nullable []> resources = new ArrayList<>();
        if (text.stripLeading().startsWith("{")) {
            try {
                for (JsonNode entry : JSON.readTree(text).path("entry")) {
                    JsonNode resource = entry.get("resource");
                    resources.add(resource == null ? null : JSON.writeValueAsBytes(resource));
                }
            } catch (JsonProcessingException e) {
                throw new RefusedException(new Refusal(400, "structure", "Not JSON: " + e.getOriginalMessage()));
            }
        }
        return new RawEntries(resources);
    }

    byte @Nullable [] resource(int entry) {
        return entry < resources.size() ? resources.get(entry) : null;
    }
}
