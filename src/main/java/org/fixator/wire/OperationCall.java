package org.fixator.wire;

import java.util.List;
import java.util.Map;
import org.fixator.coding.FhirVersion;
import org.jspecify.annotations.Nullable;

/**
 * One call of an operation, freed from its transport.
 *
 * @param operation the name with its dollar sign, {@code $lookup}
 * @param type resource type it was called on; {@code null} at system level
 * @param id resource it was called on; {@code null} at type level
 * @param version FHIR release of the endpoint
 * @param query parameters of the URL, decoded, in order
 * @param body JSON in UTF-8, Parameters or a bare resource; {@code null} for GET
 * @param acceptLanguage header
 * @param cacheId header {@code X-Cache-Id}
 * @param costThreshold header {@code X-TOO-COSTLY-THRESHOLD}
 * @param strict {@code Prefer: handling=strict}: unknown parameters are refused
 * @param defaults parameters that hold where the call does not give them itself: those of the URL, where the call is one
 *     of many in a body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OperationCall(
        String operation,
        @Nullable String type,
        @Nullable String id,
        FhirVersion version,
        Map<String, List<String>> query,
        byte @Nullable [] body,
        @Nullable String acceptLanguage,
        @Nullable String cacheId,
        @Nullable Integer costThreshold,
        boolean strict,
        Map<String, List<String>> defaults) {

    /** A call that stands for itself. */
    public OperationCall(
            String operation,
            @Nullable String type,
            @Nullable String id,
            FhirVersion version,
            Map<String, List<String>> query,
            byte @Nullable [] body,
            @Nullable String acceptLanguage,
            @Nullable String cacheId,
            @Nullable Integer costThreshold,
            boolean strict) {
        this(operation, type, id, version, query, body, acceptLanguage, cacheId, costThreshold, strict, Map.of());
    }

    /** The same, in which an unknown parameter is refused: a misspelt one must not be passed over where it would change something. */
    public OperationCall strictly() {
        return new OperationCall(
                operation, type, id, version, query, body, acceptLanguage, cacheId, costThreshold, true, defaults);
    }

    /** One of many calls in the body of this one, whose own parameters hold where the line does not give them. */
    public OperationCall ofLine(byte[] line) {
        return new OperationCall(
                operation, type, id, version, Map.of(), line, acceptLanguage, cacheId, costThreshold, strict, query);
    }
}
