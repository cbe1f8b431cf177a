package org.fixator.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a FHIR request whose form alone tells that it cannot be answered as it was meant: an unknown method (405), a
 * broken query (400), a body in a format or for a FHIR release that is not read here (415), an answer asked in a format or
 * of a release that is not written here (406). HAPI would answer the last two in its own way.
 *
 * @see <a href="http://hl7.org/fhir/R4/http.html#mime-type">RESTful API, content types and encodings</a>
 */
final class RequestFormFilter extends HttpFilter {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    /** The operation of FHIR's terminology services that clients may look for in vain. */
    private static final String NOT_OFFERED = "find-matches";

    /** A version as HAPI numbers them. */
    static final Pattern VERSION = Pattern.compile("\\s*(W/)?\"?\\d{1,18}\"?\\s*");

    private static final Pattern RETRY = Pattern.compile(
            "\\s*(retry|max-retries\\s*=\\s*\\d{1,3})(\\s*;\\s*(retry|max-retries\\s*=\\s*\\d{1,3}))*\\s*");

    private static final Map<String, Set<String>> CHOICES = Map.of(
            "_summary", Set.of("true", "false", "text", "data", "count"),
            "_pretty", Set.of("true", "false"));

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String allowed = String.join(", ", METHODS);
        if (!METHODS.contains(request.getMethod())) {
            response.setHeader("Allow", allowed);
            new Refusal(405, "not-supported", "Unknown method " + request.getMethod() + "; known are " + allowed)
                    .write(request, response);
            return;
        }
        if (request.getMethod().equals("OPTIONS")) {
            response.setHeader("Allow", allowed);
            response.setStatus(204);
            return;
        }
        try {
            HttpServletRequest tidy = TidyRequest.of(request);
            FhirPath path = FhirPath.of(tidy).orElse(null);
            if (path != null) {
                check(path, tidy);
            }
            chain.doFilter(tidy, response);
        } catch (RefusedException e) {
            e.refusal().write(request, response);
        }
    }

    private static void check(FhirPath path, HttpServletRequest request) {
        String queryString = request.getQueryString();
        // Most requests have nothing to look at, and all are fast.
        boolean plain = queryString == null || (queryString.indexOf('%') < 0 && queryString.indexOf('_') < 0);
        Map<String, List<String>> query = plain ? Map.of() : OperationRequest.query(queryString);
        boolean lines = LinesFilter.takes(request);
        checkAnswer(query, request.getHeader("Accept"), path, lines);
        if (!plain) {
            CHOICES.forEach((name, choices) -> checkChoice(name, query.get(name), choices));
        }
        if (path.rest().endsWith(NOT_OFFERED) && path.operation().isPresent()) {
            throw refused(501, "not-supported", "The operation $" + NOT_OFFERED + " is not offered by this server");
        }
        boolean calls = request.getMethod().equals("GET") || request.getMethod().equals("POST");
        // the files of a release are of any type, and an import is cancelled by DELETE
        if (ReleaseFilter.isUpload(request) || ReleaseFilter.isCancelling(request)) {
            return;
        }
        checkCondition(request);
        boolean changes =
                request.getMethod().equals("DELETE") || request.getMethod().equals("PATCH");
        if (changes && DeleteCriteria.areMissing(path.rest(), OperationRequest.query(queryString))) {
            throw DeleteCriteria.refusal(request.getMethod());
        }
        if (!calls && path.operation().isPresent()) {
            throw refused(405, "not-supported", "Operations are called by GET or POST, not by " + request.getMethod());
        }
        if (!lines && !request.getMethod().equals("GET") && !request.getMethod().equals("DELETE")) {
            checkBody(request, path);
        }
    }

    /** HAPI takes the numbers in these headers for granted. */
    private static void checkCondition(HttpServletRequest request) {
        String match = request.getHeader("If-Match");
        boolean changes =
                request.getMethod().equals("PUT") || request.getMethod().equals("PATCH");
        if (match != null && changes && !VERSION.matcher(match).matches()) {
            throw refused(412, "conflict", "If-Match must name a version, such as W/\"1\", not " + match);
        }
        String retry = request.getHeader("X-Retry-On-Version-Conflict");
        if (retry != null && !RETRY.matcher(retry).matches()) {
            throw refused(
                    400, "invalid", "X-Retry-On-Version-Conflict must be like retry; max-retries=3, not " + retry);
        }
    }

    private static void checkAnswer(
            Map<String, List<String>> query, @Nullable String accept, FhirPath path, boolean lines) {
        List<String> format = query.get("_format");
        if (format != null && format.size() > 1) {
            throw refused(400, "invalid", "The parameter '_format' is given more than once; it has a single value");
        }
        // A plus in a query that nobody escaped has become a space.
        String wanted = format == null ? accept : format.get(0).replace(' ', '+');
        if (wanted == null || wanted.isBlank()) {
            return;
        }
        boolean written = lines ? MediaTypes.isAnsweredInLines(wanted) : MediaTypes.isAnswered(wanted, path.version());
        if (!written) {
            throw refused(
                    406,
                    "not-supported",
                    "An answer in " + wanted + " is not to be had here; there is "
                            + (lines ? LinesFilter.TYPE : MediaTypes.answered(path.version())));
        }
    }

    private static void checkChoice(String name, @Nullable List<String> values, Set<String> choices) {
        if (values != null && !(values.size() == 1 && choices.contains(values.get(0)))) {
            throw refused(
                    400,
                    "value",
                    "The parameter '" + name + "' is " + String.join(", ", values) + "; it should be one of "
                            + String.join(", ", choices.stream().sorted().toList()));
        }
    }

    private static void checkBody(HttpServletRequest request, FhirPath path) {
        String type = request.getContentType();
        boolean empty = request.getContentLengthLong() == 0
                || (request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") == null);
        if (type == null || empty) {
            return;
        }
        if (path.rest().endsWith("_search")) {
            checkForm(request, type);
            return;
        }
        if (!MediaTypes.isRead(type, path.version(), request.getMethod().equals("PATCH"))) {
            throw refused(
                    415,
                    "not-supported",
                    "A body of Content-Type " + type + " is not read here; it should be "
                            + MediaTypes.read(
                                    path.version(), request.getMethod().equals("PATCH")));
        }
    }

    private static void checkForm(HttpServletRequest request, String type) {
        if (request.getMethod().equals("POST") && !type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
            throw refused(415, "not-supported", "A search by POST is a body of Content-Type " + FORM + ", not " + type);
        }
    }

    private static RefusedException refused(int status, String issueType, String text) {
        return new RefusedException(new Refusal(status, issueType, text));
    }
}
