package org.fixator.wire;

import java.nio.charset.StandardCharsets;

/**
 * The answers of {@code $cache-control}.
 *
 * @see <a href="https://hl7.org/fhir/tools/en/terminology-caching.html">Terminology caching</a>
 */
public final class CacheControlCodec {

    private CacheControlCodec() {}

    /** A cache was started. */
    public static OperationAnswer started(String cacheId) {
        return new OperationAnswer(200, ParametersWriter.write(out -> out.primitive("cache-id", "valueId", cacheId)));
    }

    /**
     * A cache that is there.
     *
     * @param resources how many resources it holds
     * @param sealed whether it can grow
     * @param idleSeconds for how long it is kept without being used
     */
    public static OperationAnswer alive(String cacheId, int resources, boolean sealed, long idleSeconds) {
        return new OperationAnswer(200, ParametersWriter.write(out -> out.primitive("cache-id", "valueId", cacheId)
                .primitive("resources", "valueInteger", Integer.toString(resources))
                .bool("sealed", sealed)
                .primitive("idle-timeout", "valueInteger", Long.toString(idleSeconds))));
    }

    /** A cache is gone. */
    public static OperationAnswer ended() {
        return new OperationAnswer(200, "{\"resourceType\":\"Parameters\"}".getBytes(StandardCharsets.UTF_8));
    }
}
