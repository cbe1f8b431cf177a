package org.fixator.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Answers {@code /health/live} and {@code /health/ready}, and holds FHIR requests off until the content is loaded: an
 * answer given before would be a wrong one. Ready is a server of which every part is up.
 */
final class HealthFilter extends HttpFilter {
    private final ServerParts parts;

    HealthFilter(ServerParts parts) {
        this.parts = parts;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        if (path.equals("/health/live")) {
            status(response, 200, "{\"status\":\"UP\"}");
        } else if (path.equals("/health/ready")) {
            status(response, parts.isWhole() ? 200 : 503, parts.json());
        } else if ((path.startsWith("/fhir") || path.equals(RegistryFilter.PATH)) && !parts.servesTerminology()) {
            response.setHeader("Retry-After", "2");
            new Refusal(503, "transient", "The server is starting or stopping").write(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void status(HttpServletResponse response, int code, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        response.setStatus(code);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
