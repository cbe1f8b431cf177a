package org.fixator.http;

import java.util.Locale;
import java.util.Set;
import org.fixator.coding.FhirVersion;

/** The media types of bodies and answers, under all the names that clients use for them. */
final class MediaTypes {
    private static final Set<String> ANSWERED = Set.of(
            "application/fhir+json",
            "application/json",
            "application/json+fhir",
            "text/json",
            "json",
            "application/fhir+xml",
            "application/xml",
            "application/xml+fhir",
            "text/xml",
            "xml",
            "application/fhir+turtle",
            "application/x-turtle",
            "text/turtle",
            "ttl",
            "turtle",
            "text/html",
            "application/xhtml+xml",
            "html",
            "application/*",
            "text/*",
            "*/*",
            "*");
    private static final Set<String> READ = Set.of(
            "application/fhir+json",
            "application/json",
            "application/json+fhir",
            "text/json",
            "application/fhir+xml",
            "application/xml",
            "application/xml+fhir",
            "text/xml");
    private static final Set<String> LINES =
            Set.of("application/fhir+ndjson", "application/ndjson", "application/x-ndjson", "ndjson");
    private static final Set<String> PATCHES = Set.of("application/json-patch+json", "application/xml-patch+xml");

    private MediaTypes() {}

    /** Whether one of the ranges of an Accept header, or a {@code _format}, is written here. */
    static boolean isAnswered(String accept, FhirVersion version) {
        for (String range : accept.split(",", -1)) {
            if (ANSWERED.contains(name(range)) && versionFits(range, version) && !isRefusedRange(range)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an answer in lines is wanted. */
    static boolean isAnsweredInLines(String accept) {
        for (String range : accept.split(",", -1)) {
            String name = name(range);
            if ((LINES.contains(name) || name.equals("application/*") || name.startsWith("*"))
                    && !isRefusedRange(range)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a body of this type is newline-delimited JSON. */
    static boolean isLines(String contentType) {
        return LINES.contains(name(contentType));
    }

    static String answered(FhirVersion version) {
        return "application/fhir+json and application/fhir+xml" + release(version);
    }

    static boolean isRead(String contentType, FhirVersion version, boolean patch) {
        String name = name(contentType);
        return (READ.contains(name) || (patch && PATCHES.contains(name))) && versionFits(contentType, version);
    }

    static String read(FhirVersion version, boolean patch) {
        return (patch ? "application/json-patch+json, application/xml-patch+xml, " : "")
                + "application/fhir+json or application/fhir+xml" + release(version);
    }

    private static String release(FhirVersion version) {
        return version.isR5() ? ", with fhirVersion=5.0 if any" : ", with fhirVersion=4.0 if any";
    }

    /** The release named in a parameter {@code fhirVersion}, if any; R4B writes terminology as R4 does. */
    static boolean versionFits(String type, FhirVersion version) {
        String lower = type.toLowerCase(Locale.ROOT).replace("\"", "").replace(" ", "");
        int at = lower.indexOf("fhirversion=");
        if (at < 0) {
            return true;
        }
        String named = lower.substring(at + "fhirversion=".length());
        return version.isR5() ? named.startsWith("5.0") : named.startsWith("4.0") || named.startsWith("4.3");
    }

    private static boolean isRefusedRange(String range) {
        return range.contains("q=0") && range.replace(" ", "").matches(".*;q=0(\\.0*)?(;.*)?");
    }

    /** The type without its parameters, in lower case. */
    static String name(String range) {
        int semicolon = range.indexOf(';');
        return (semicolon < 0 ? range : range.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }
}
