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
        return call(request, target, version(request), query(request.getQueryString()), body);
    }

    /** The same, where path and query have been looked at already. */
    static OperationCall of(
            HttpServletRequest request,
            OperationRoutes.Route route,
            Map<String, List<String>> query,
            byte @Nullable [] body) {
        return call(request, route.target(), route.version(), query, body);
    }

    /** An entry of a batch: headers are those of the batch. */
    static OperationCall ofEntry(
            HttpServletRequest request, OperationTarget target, @Nullable String query, byte @Nullable [] body) {
        return call(request, target, version(request), query(query), body);
    }

    private static OperationCall call(
            HttpServletRequest request,
            OperationTarget target,
            FhirVersion version,
            Map<String, List<String>> query,
            byte @Nullable [] body) {
        String prefer = request.getHeader("Prefer");
        boolean strict = prefer != null
                && prefer.toLowerCase(Locale.ROOT).replace(" ", "").contains("handling=strict");
        return new OperationCall(
                target.operation(),
                target.type(),
                target.id(),
                version,
                query,
                body == null || body.length == 0 ? null : body,
                request.getHeader("Accept-Language"),
                request.getHeader("X-Cache-Id"),
                costThreshold(request),
                strict);
    }

    private static FhirVersion version(HttpServletRequest request) {
        return FhirPath.of(request).map(FhirPath::version).orElse(FhirVersion.R4);
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
        for (int start = 0; start < query.length(); ) {
            int next = query.indexOf('&', start);
            int end = next < 0 ? query.length() : next;
            if (end > start) {
                int equals = query.indexOf('=', start);
                boolean hasValue = equals >= 0 && equals < end;
                String name = decode(query.substring(start, hasValue ? equals : end));
                add(parameters, name, hasValue ? decode(query.substring(equals + 1, end)) : "");
            }
            start = end + 1;
        }
        return parameters;
    }

    private static void add(Map<String, List<String>> parameters, String name, String value) {
        List<String> before = parameters.putIfAbsent(name, List.of(value));
        if (before != null) {
            List<String> all = new ArrayList<>(before);
            all.add(value);
            parameters.put(name, all);
        }
    }

    private static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (decoded.indexOf('\uFFFD') >= 0 && !text.toUpperCase(Locale.ROOT).contains("%EF%BF%BD")) {
                throw new RefusedException(new Refusal(400, "invalid", "The query is not UTF-8: " + text));
            }
            return decoded;
        } catch (IllegalArgumentException e) {
            throw new RefusedException(new Refusal(400, "invalid", "Broken escape in the query: " + text));
        }
    }
}
