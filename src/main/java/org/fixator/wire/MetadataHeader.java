package org.fixator.wire;

import org.fixator.coding.FhirVersion;
import org.jspecify.annotations.Nullable;

/** Writes what CapabilityStatement and TerminologyCapabilities have in common. */
final class MetadataHeader {

    private MetadataHeader() {}

    /** From {@code url} to {@code kind}. */
    static void write(JsonBytes json, Capabilities served, String type) {
        String name = served.software().name() + type;
        json.member("url", served.base() + "/" + type + "/" + served.software().name())
                .member("version", served.software().version())
                .member("name", name)
                .member("title", served.software().name() + " " + release(served.version()) + " " + type)
                .member("status", "active")
                .member("experimental", false)
                .member("date", served.date())
                .member("kind", "instance");
    }

    /** The program and where it runs. */
    static void software(JsonBytes json, Capabilities served, @Nullable String releaseDate) {
        json.name("software")
                .object()
                .member("name", served.software().name())
                .member("version", served.software().version())
                .member("releaseDate", releaseDate)
                .endObject()
                .name("implementation")
                .object()
                .member("description", served.software().name() + " terminology server")
                .member("url", served.base())
                .endObject();
    }

    /** The number of a FHIR release. */
    static String release(FhirVersion version) {
        return switch (version) {
            case R4 -> "4.0.1";
            case R4B -> "4.3.0";
            case R5 -> "5.0.0";
        };
    }
}
