package org.fixator.catalog;

import java.time.Duration;
import org.fixator.wire.ServerFacts;

/**
 * @param maximumExpansion the largest expansion without a page being asked for
 * @param timeLimit for one request
 * @param broughtBytes of resources that came with requests, kept in compiled form
 */
public record EngineSettings(
        int maximumExpansion, Duration timeLimit, long broughtBytes, CacheLimits caches, ServerFacts server) {

    public static EngineSettings of(ServerFacts server) {
        return new EngineSettings(10_000, Duration.ofSeconds(20), 256L << 20, CacheLimits.DEFAULT, server);
    }
}
