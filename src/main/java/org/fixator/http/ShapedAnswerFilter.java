package org.fixator.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fixator.wire.AnswerXml;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.Operations;
import org.fixator.wire.PrettyJson;
import org.jspecify.annotations.Nullable;

/**
 * Answers a terminology operation in XML, or in JSON that is indented, without HAPI and its models, where that is all that
 * differs from what the {@link HotPathFilter} answers. What it cannot write, HAPI does.
 */
final class ShapedAnswerFilter extends HttpFilter {
    private static final Set<String> XML =
            Set.of("application/fhir+xml", "application/xml", "application/xml+fhir", "text/xml", "xml");

    private enum Shape {
        PRETTY,
        XML
    }

    private final Operations terminology;

    ShapedAnswerFilter(Operations terminology) {
        this.terminology = terminology;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        FhirPath path = FhirPath.of(request).orElse(null);
        OperationTarget target = path == null ? null : target(request, path);
        Shape shape = path == null || target == null ? null : shape(request, path);
        if (target == null || shape == null) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request instanceof BodyRequest withBody ? withBody.bytes() : null;
        OperationAnswer answer = terminology.answer(OperationRequest.of(request, target, body));
        byte[] shaped = shape == Shape.PRETTY ? PrettyJson.of(answer.json()) : AnswerXml.of(answer.json());
        if (shaped == null) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(answer.status());
        if (answer.status() == 503) {
            response.setHeader("Retry-After", "5");
        }
        response.setContentType(
                shape == Shape.XML ? "application/fhir+xml;charset=UTF-8" : "application/fhir+json;charset=UTF-8");
        response.setContentLength(shaped.length);
        response.getOutputStream().write(shaped);
    }

    private static @Nullable OperationTarget target(HttpServletRequest request, FhirPath path) {
        boolean get = request.getMethod().equals("GET");
        boolean post = request instanceof BodyRequest body
                && request.getMethod().equals("POST")
                && JsonNegotiation.isJson(body.mediaType(), path.version());
        // What changes something is not done twice, as it would be where HAPI must write the answer.
        boolean changes = request.getHeader("X-Cache-Id") != null;
        return (get || post) && !changes
                ? path.operation()
                        .filter(target -> target.isTerminology() && target.isCalledBy("GET"))
                        .orElse(null)
                : null;
    }

    /** {@code null} where the request asks for something else too. */
    private static @Nullable Shape shape(HttpServletRequest request, FhirPath path) {
        Map<String, List<String>> query = new LinkedHashMap<>(OperationRequest.query(request.getQueryString()));
        String accept = request.getHeader("Accept");
        List<String> pretty = query.remove("_pretty");
        if (pretty != null) {
            return pretty.equals(List.of("true")) && JsonNegotiation.wantsPlainJson(accept, query, path.version())
                    ? Shape.PRETTY
                    : null;
        }
        List<String> format = query.remove("_format");
        boolean xml = format == null ? accept != null && isXml(accept) : format.size() == 1 && isXml(format.get(0));
        // An expansion takes the models, and may be too large to be made for nothing.
        boolean written = path.operation()
                .filter(target -> target.operation().equals("$expand"))
                .isEmpty();
        return xml && written && JsonNegotiation.wantsPlainJson(null, query, path.version()) ? Shape.XML : null;
    }

    /** Just the type: with parameters, or with other types beside it, HAPI chooses. */
    private static boolean isXml(String type) {
        return XML.contains(type.strip().toLowerCase(Locale.ROOT).replace(' ', '+'));
    }
}
