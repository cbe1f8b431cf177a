package org.fixator.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.regex.Pattern;

/**
 * A request in the spelling that everything behind it understands alike: a path without double slashes, which come of a
 * base that ends with one; and HEAD as GET, of which the container sends the headers only.
 */
final class TidyRequest extends HttpServletRequestWrapper {
    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    private final String method;
    private final String path;

    private TidyRequest(HttpServletRequest request, String method, String path) {
        super(request);
        this.method = method;
        this.path = path;
    }

    /** The request itself where there is nothing to tidy up. */
    static HttpServletRequest of(HttpServletRequest request) {
        String uri = request.getRequestURI();
        boolean head = request.getMethod().equals("HEAD");
        if (!head && !uri.contains("//")) {
            return request;
        }
        return new TidyRequest(
                request,
                head ? "GET" : request.getMethod(),
                SLASHES.matcher(uri).replaceAll("/"));
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public String getRequestURI() {
        return path;
    }
}
