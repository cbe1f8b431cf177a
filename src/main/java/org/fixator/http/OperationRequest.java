package org.fixator.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fixator.coding.FhirVersion;
import org.fixator.wire.OperationCall;
import org.jspecify.annotations.Nullable;

/** Makes the {@link OperationCall} of a request: the same one whether the hot path, HAPI or a batch took it in. */
final class OperationRequest {
    private OperationRequest() {}

    static OperationCall of(HttpServletRequest request, OperationTarget target, byte @Nullable [] body) {
        return call(request, target, query(request.getQueryString()), body);
    }

    /** An entry of a batch: headers are those of the batch. */
    static OperationCall ofEntry(
            HttpServletRequest request, OperationTarget target, @Nullable String query, byte @Nullable [] body) {
        return call(request, target, query(query), body);
    }

    private static OperationCall call(
            HttpServletRequest request,
            OperationTarget target,
            Map<String, List<String>> query,
            byte @Nullable [] body) {
        String prefer = request.getHeader("Prefer");
        boolean strict = prefer != null
                && prefer.toLowerCase(Locale.ROOT).replace(" ", "").contains("handling=strict");
        return new OperationCall(
                target.operation(),
                target.type(),
                target.id(),
                FhirVersion.R4,
                query,
                body == null || body.length == 0 ? null : body,
                request.getHeader("Accept-Language"),
                request.getHeader("X-Cache-Id"),
                costThreshold(request),
                strict);
    }

    /** A limit that the client sets lower than the server's, so that its refusal can be tested. */
    private static @Nullable Integer costThreshold(HttpServletRequest request) {
        String threshold = request.getHeader("X-TOO-COSTLY-THRESHOLD");
        if (threshold == null || !threshold.matches("\\d{1,9}")) {
            return null;
        }
        return Integer.valueOf(threshold);
    }

    /** Parameters in their order; a broken escape is refused. */
    static Map<String, List<String>> query(@Nullable String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (query == null) {
            return parameters;
        }
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                parameters.computeIfAbsent(name, ignored -> new ArrayList<>()).add(value);
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(new Refusal(400, "invalid", "Broken escape in the query: " + text));
        }
    }
}
