package org.fixator.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.Operations;
import org.jspecify.annotations.Nullable;

/**
 * Answers a terminology operation in plain JSON without HAPI, at the speed of the container. Everything else falls
 * through untouched: HAPI's servlet answers the same operations from the same {@link Operations}.
 */
final class HotPathFilter extends HttpFilter {
    private final Operations terminology;
    private final SentAnswers answers;

    HotPathFilter(Operations terminology, SentAnswers answers) {
        this.terminology = terminology;
        this.answers = answers;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        OperationTarget target = target(request);
        if (target == null) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request instanceof BodyRequest withBody ? withBody.bytes() : null;
        OperationAnswer answer = terminology.answer(OperationRequest.of(request, target, body));
        answers.send(answer, response);
    }

    /** The operation, if this filter can answer the request. */
    private static @Nullable OperationTarget target(HttpServletRequest request) {
        FhirPath path = FhirPath.of(request).orElse(null);
        if (path == null) {
            return null;
        }
        boolean get = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        boolean post = request instanceof BodyRequest body
                && request.getMethod().equals("POST")
                && JsonNegotiation.isJson(body.mediaType(), path.version());
        if (!get && !post) {
            return null;
        }
        Optional<OperationTarget> target = path.operation();
        if (target.isEmpty() || !target.get().isTerminology() || !target.get().isCalledBy(get ? "GET" : "POST")) {
            return null;
        }
        Map<String, List<String>> query = OperationRequest.query(request.getQueryString());
        return JsonNegotiation.wantsPlainJson(request.getHeader("Accept"), query, path.version()) ? target.get() : null;
    }

    static void write(OperationAnswer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        if (answer.status() == 503) {
            response.setHeader("Retry-After", "5");
        }
        response.setContentType("application/fhir+json;charset=UTF-8");
        response.setContentLength(answer.length());
        answer.writeTo(response.getOutputStream());
    }
}
