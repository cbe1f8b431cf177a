package org.fixator.store;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StringType;

/** The note that the R4 form of a resource bears when it was stored as R5. */
final class LostInR4 {
    static final String NOTE = "https://fixator.example.org/fhir/StructureDefinition/stored-as-r5";

    private static final ObjectMapper JSON = new ObjectMapper();

    private LostInR4() {}

    /**
     * Says in the R4 form which elements are missing there, and bears a digest of the original: two originals of which
     * the R4 forms are alike are two versions.
     *
     * @param again what R5 could be made of the R4 form
     */
    static void note(
            DomainResource r4,
            org.hl7.fhir.r5.model.Resource sent,
            org.hl7.fhir.r5.model.Resource again,
            byte[] original) {
        Extension note = new Extension(NOTE);
        for (String path : lost(sent, again)) {
            note.addExtension("lost", new StringType(path));
        }
        note.addExtension("digest", new StringType(sha256(original)));
        r4.addExtension(note);
    }

    static Set<String> lost(org.hl7.fhir.r5.model.Resource sent, org.hl7.fhir.r5.model.Resource again) {
        Set<String> paths = new TreeSet<>();
        compare(tree(sent), tree(again), sent.fhirType(), paths);
        return paths;
    }

    private static JsonNode tree(org.hl7.fhir.r5.model.Resource resource) {
        try {
            return JSON.readTree(FhirContext.forR5Cached().newJsonParser().encodeResourceToString(resource));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("HAPI wrote what is not JSON", e);
        }
    }

    private static void compare(JsonNode sent, JsonNode again, String path, Set<String> lost) {
        if (again.isMissingNode()) {
            lost.add(path);
        } else if (sent.isObject()) {
            sent.properties().forEach(field -> {
                if (!field.getKey().equals("meta")) {
                    compare(field.getValue(), again.path(field.getKey()), path + "." + field.getKey(), lost);
                }
            });
        } else if (sent.isArray()) {
            for (int i = 0; i < sent.size(); i++) {
                compare(sent.get(i), again.path(i), path, lost);
            }
        } else if (!sent.asText().equals(again.asText())) {
            lost.add(path);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
