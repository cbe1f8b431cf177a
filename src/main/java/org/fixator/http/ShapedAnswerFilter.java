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
import org.fixator.coding.FhirVersion;
import org.fixator.wire.AnswerBuffer;
import org.fixator.wire.AnswerXml;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.Operations;
import org.fixator.wire.PrettyJson;
import org.fixator.wire.XmlCodec;
import org.jspecify.annotations.Nullable;

/**
 * Answers a terminology operation in XML, or in JSON that is indented, without HAPI, where that is all that differs from
 * what the {@link HotPathFilter} answers. Models are made only of what cannot be written in XML without them.
 */
final class ShapedAnswerFilter extends HttpFilter {
    private static final Set<String> XML =
            Set.of("application/fhir+xml", "application/xml", "application/xml+fhir", "text/xml", "xml");

    private enum Shape {
        PRETTY,
        XML
    }

    private final Operations terminology;
    private final XmlCodec models;

    ShapedAnswerFilter(Operations terminology, XmlCodec models) {
        this.terminology = terminology;
        this.models = models;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        FhirPath path = FhirPath.of(request).orElse(null);
        OperationTarget target = path == null ? null : target(request, path);
        Shape shape = path == null || target == null ? null : shape(request, path);
        if (path == null || target == null || shape == null) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request instanceof BodyRequest withBody ? withBody.bytes() : null;
        OperationAnswer answer = terminology.answer(OperationRequest.of(request, target, body));
        try (AnswerBuffer shaped = shape == Shape.PRETTY ? PrettyJson.write(answer) : xml(answer, path.version())) {
            answer.release();
            write(answer.status(), shape, shaped, response);
        }
    }

    private static void write(int status, Shape shape, AnswerBuffer shaped, HttpServletResponse response)
            throws IOException {
        response.setStatus(status);
        if (status == 503) {
            response.setHeader("Retry-After", "5");
        }
        response.setContentType(
                shape == Shape.XML ? "application/fhir+xml;charset=UTF-8" : "application/fhir+json;charset=UTF-8");
        response.setContentLength(shaped.length());
        shaped.writeTo(response.getOutputStream());
    }

    private AnswerBuffer xml(OperationAnswer answer, FhirVersion version) {
        AnswerBuffer xml = AnswerXml.write(answer);
        return xml == null ? AnswerBuffer.of(models.toXml(answer.json(), version)) : xml;
    }

    private static @Nullable OperationTarget target(HttpServletRequest request, FhirPath path) {
        boolean get = request.getMethod().equals("GET");
        boolean post = request instanceof BodyRequest body
                && request.getMethod().equals("POST")
                && JsonNegotiation.isJson(body.mediaType(), path.version());
        return get || post
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
        return xml && JsonNegotiation.wantsPlainJson(null, query, path.version()) ? Shape.XML : null;
    }

    /** Just the type: with parameters, or with other types beside it, HAPI chooses. */
    private static boolean isXml(String type) {
        return XML.contains(type.strip().toLowerCase(Locale.ROOT).replace(' ', '+'));
    }
}
