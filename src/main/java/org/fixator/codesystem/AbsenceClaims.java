package org.fixator.codesystem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fixator.coding.Coding;
import org.fixator.coding.Extension;
import org.fixator.issue.AbsenceReasons;
import org.jspecify.annotations.Nullable;

/**
 * What a code system, most often a fragment, claims to know of codes that it does not hold. Two extensions of the resource
 * say it:
 *
 * <ul>
 *   <li>{@code complete-prefix} (valueString): every code of the release that begins so is here, below all the parents that it
 *       has there;
 *   <li>{@code verified-absent} (parts {@code code}, {@code release*}, {@code meant*} and {@code note}): the code was looked
 *       for in these releases and is in none; {@code meant} are the codes that may have been meant, as Coding or code.
 * </ul>
 */
final class AbsenceClaims {

    private static final String BASE = "https://fixator.example.org/fhir/StructureDefinition/";
    private static final String COMPLETE_PREFIX = BASE + "complete-prefix";
    private static final String VERIFIED_ABSENT = BASE + "verified-absent";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final List<String> completePrefixes = new ArrayList<>();
    private final Map<String, Claim> absent = new HashMap<>();

    /** A code that was verified to be absent. */
    record Claim(String reason, List<Coding> meant) {}

    AbsenceClaims(CodeSystemDescription description) {
        url = description.url();
        for (Extension extension : description.extensions()) {
            if (extension.url().equals(COMPLETE_PREFIX) && extension.value() != null) {
                completePrefixes.add(extension.value());
            } else if (extension.url().equals(VERIFIED_ABSENT)) {
                read(parsed(extension));
            }
        }
    }

    boolean hasVerifiedAbsent() {
        return !absent.isEmpty();
    }

    @Nullable
    Claim verifiedAbsent(String code) {
        return absent.get(code);
    }

    boolean hasCompletePrefix() {
        return !completePrefixes.isEmpty();
    }

    /** The prefix of this code whose codes are all here; {@code null} where there is none. */
    @Nullable
    String completePrefix(String code) {
        for (String prefix : completePrefixes) {
            if (code.startsWith(prefix)) {
                return prefix;
            }
        }
        return null;
    }

    private void read(JsonNode extension) {
        String code = null;
        String note = null;
        List<String> releases = new ArrayList<>();
        List<Coding> meant = new ArrayList<>();
        for (JsonNode part : extension.path("extension")) {
            JsonNode value = value(part);
            switch (part.path("url").asText()) {
                case "code" -> code = value.asText();
                case "note" -> note = value.asText();
                case "release" -> releases.add(value.asText());
                case "meant" -> meant.add(coding(value));
                default -> {}
            }
        }
        if (code != null) {
            absent.put(code, new Claim(AbsenceReasons.verifiedAbsent(code, releases, note), List.copyOf(meant)));
        }
    }

    private Coding coding(JsonNode value) {
        if (!value.isObject()) {
            return Coding.of(url, value.asText());
        }
        String system = text(value, "system");
        return new Coding(
                system == null ? url : system, text(value, "version"), text(value, "code"), text(value, "display"));
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.get(name).asText() : null;
    }

    /** The element {@code value[x]}. */
    private static JsonNode value(JsonNode part) {
        for (Map.Entry<String, JsonNode> field : part.properties()) {
            if (field.getKey().startsWith("value")) {
                return field.getValue();
            }
        }
        return part.path("value");
    }

    private static JsonNode parsed(Extension extension) {
        try {
            return JSON.readTree(extension.json());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("An extension that is not JSON: " + extension.url(), e);
        }
    }
}
