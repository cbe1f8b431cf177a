package org.fixator.http.seam;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An operation as it was called, whatever way it came in. */
public record OperationCall(
        String operation,
        @Nullable String type,
        @Nullable String id,
        FhirVersion version,
        Map<String, List<String>> query,
        byte @Nullable [] body,
        @Nullable String acceptLanguage,
        @Nullable String cacheId,
        boolean strict) {}
