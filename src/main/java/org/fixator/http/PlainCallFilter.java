package org.fixator.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.Operations;
import org.jspecify.annotations.Nullable;

/**
 * Answers a terminology operation that is called in the plainest form, before any other filter looks at it: on a type or
 * the system, without parameters that shape the answer, without a body or with a small one in JSON that is not packed. Of
 * such a call it is known what the other filters would do: these operations are open to all, and the headers are always
 * the same. Whatever is not plain takes the long way, on which {@link HotPathFilter} gives the same answers.
 */
final class PlainCallFilter extends HttpFilter {
    /** What {@link HeadersFilter} and CORS name one by one, without what only a preflight bears. */
    private static final String VARIES = "Accept, Accept-Language, Origin";

    private static final Set<String> ACCEPTED = Set.of("*/*", "application/fhir+json", "application/json");
    private static final Set<String> JSON = Set.of(
            "application/fhir+json",
            "application/json",
            "application/fhir+json;charset=utf-8",
            "application/json;charset=utf-8",
            "application/fhir+json; charset=utf-8",
            "application/json; charset=utf-8",
            "application/fhir+json;charset=UTF-8",
            "application/json;charset=UTF-8",
            "application/fhir+json; charset=UTF-8",
            "application/json; charset=UTF-8");

    private final Operations terminology;
    private final ServerParts parts;
    private final SentAnswers answers;

    PlainCallFilter(Operations terminology, ServerParts parts, SentAnswers answers) {
        this.terminology = terminology;
        this.parts = parts;
        this.answers = answers;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        OperationRoutes.Route route = OperationRoutes.find(request.getRequestURI());
        if (route == null || !isPlain(request)) {
            chain.doFilter(request, response);
            return;
        }
        boolean post = request.getMethod().equals("POST");
        Map<String, List<String>> query = query(request);
        if (query == null || (post && !hasPlainBody(request)) || (!post && !hasNoBody(request, route))) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = null;
        try {
            body = post ? body(request) : null;
        } catch (RefusedException e) {
            HeadersFilter.write(response, VARIES);
            e.refusal().write(request, response);
            return;
        }
        if (body != null && CheckedBody.isTooDeep(body)) {
            chain.doFilter(BodyRequest.read(request, body), response);
            return;
        }
        OperationAnswer answer = terminology.answer(OperationRequest.of(request, route, query, body));
        HeadersFilter.write(response, VARIES);
        answers.send(answer, response);
    }

    private boolean isPlain(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return (accept == null || ACCEPTED.contains(accept))
                && request.getHeader("Origin") == null
                && parts.servesTerminology();
    }

    /** The parameters of the URL; {@code null} where one begins with an underscore or cannot be read. */
    private static @Nullable Map<String, List<String>> query(HttpServletRequest request) {
        Map<String, List<String>> query;
        try {
            query = OperationRequest.query(request.getQueryString());
        } catch (RefusedException e) {
            return null;
        }
        for (String name : query.keySet()) {
            if (name.startsWith("_")) {
                return null;
            }
        }
        return query;
    }

    private static boolean hasNoBody(HttpServletRequest request, OperationRoutes.Route route) {
        return request.getMethod().equals("GET")
                && route.target().isCalledBy("GET")
                && request.getContentLengthLong() <= 0
                && request.getHeader("Transfer-Encoding") == null;
    }

    private static boolean hasPlainBody(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        String type = request.getContentType();
        return length > 0
                && length <= BodyMemory.SMALL
                && type != null
                && JSON.contains(type)
                && request.getHeader("Content-Encoding") == null;
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        try {
            return request.getInputStream().readNBytes(request.getContentLength());
        } catch (SocketTimeoutException e) {
            throw CheckedBody.late();
        }
    }
}
