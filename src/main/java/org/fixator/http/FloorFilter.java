package org.fixator.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;

/**
 * Answers {@code /floor/N/…} with N bytes, and reads a body first: what the container can do at best, for a benchmark to
 * compare the operations with in the same process.
 */
final class FloorFilter extends HttpFilter {
    private static final String PATH = "/floor/";

    /** The lengths of one benchmark are few. */
    private volatile byte[] last = new byte[0];

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        if (!path.startsWith(PATH)) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getMethod().equals("POST")) {
            request.getInputStream().readAllBytes();
        }
        byte[] body = body(Integer.parseInt(path.substring(PATH.length(), path.indexOf('/', PATH.length()))));
        response.setContentType("application/fhir+json;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private byte[] body(int length) {
        byte[] body = last;
        if (body.length != length) {
            body = new byte[length];
            Arrays.fill(body, (byte) ' ');
            last = body;
        }
        return body;
    }
}
