package org.fixator.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fixator.coding.FhirVersion;
import org.jspecify.annotations.Nullable;

/** Whether plain FHIR JSON of a release, written straight from bytes, is what a client wants and sends. */
final class JsonNegotiation {
    private static final Set<String> JSON_TYPES =
            Set.of("application/fhir+json", "application/json", "application/json+fhir", "text/json", "json");
    private static final Set<String> ANY = Set.of("*/*", "application/*");
    private static final Set<String> SHAPING =
            Set.of("_pretty", "_summary", "_elements", "_elements:exclude", "_fields");

    private JsonNegotiation() {}

    static boolean wantsPlainJson(@Nullable String accept, Map<String, List<String>> query, FhirVersion version) {
        for (String name : SHAPING) {
            List<String> values = query.get(name);
            if (values != null && !values.equals(List.of("false"))) {
                return false;
            }
        }
        List<String> format = query.get("_format");
        if (format != null) {
            return format.size() == 1 && isJson(format.get(0), version);
        }
        return accept == null || acceptsJson(accept, version);
    }

    private static boolean acceptsJson(String accept, FhirVersion version) {
        boolean found = accept.isBlank();
        for (String range : accept.split(",", -1)) {
            if (isJson(range, version)) {
                found = true;
            } else if (!ANY.contains(mediaType(range))) {
                return false;
            }
            found |= ANY.contains(mediaType(range)) && versionFits(range, version);
        }
        return found;
    }

    /** A body's type; many clients send plain {@code application/json}. */
    static boolean isJson(String type, FhirVersion version) {
        // A plus in a query that nobody escaped has become a space.
        return JSON_TYPES.contains(mediaType(type).replace(' ', '+')) && versionFits(type, version);
    }

    private static boolean versionFits(String type, FhirVersion version) {
        String lower = type.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("fhirversion=");
        return at < 0 || lower.startsWith(number(version), at + "fhirversion=".length());
    }

    private static String number(FhirVersion version) {
        return switch (version) {
            case R4 -> "4.0";
            case R4B -> "4.3";
            case R5 -> "5.0";
        };
    }

    private static String mediaType(String range) {
        int semicolon = range.indexOf(';');
        return (semicolon < 0 ? range : range.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }
}
