package org.fixator.catalog;

import java.time.Duration;
import java.util.List;
import org.fixator.coding.FhirVersion;

/**
 * What may be set of the engine.
 *
 * @param maximumExpansion the largest expansion without a page being asked for
 * @param timeLimit for one request
 * @param broughtBytes of resources that came with requests, kept in compiled form
 * @param caches limits of the caches that clients start
 * @param releases the FHIR releases that the server speaks
 */
public record EngineSettings(
        int maximumExpansion, Duration timeLimit, long broughtBytes, CacheLimits caches, List<FhirVersion> releases) {

    /** How long a request may take, unless set otherwise. */
    static final Duration TIME_LIMIT = Duration.ofSeconds(20);

    public EngineSettings {
        releases = List.copyOf(releases);
    }

    /** The limits that fit most servers. */
    public static EngineSettings standard() {
        return new EngineSettings(
                10_000,
                TIME_LIMIT,
                // Compiled they take about as much again, and the rest of the server needs the most of the memory.
                Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 16),
                CacheLimits.DEFAULT,
                List.of(FhirVersion.R4, FhirVersion.R5));
    }
}
