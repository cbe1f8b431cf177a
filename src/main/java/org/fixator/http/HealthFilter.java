package org.fixator.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/**
 * Answers {@code /health/live} and {@code /health/ready}, and holds FHIR requests off until the server is ready: an
 * answer given before the content is loaded would be a wrong one.
 */
final class HealthFilter extends HttpFilter {
    private final BooleanSupplier ready;

    HealthFilter(BooleanSupplier ready) {
        this.ready = ready;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        if (path.equals("/health/live")) {
            status(response, 200, "UP");
        } else if (path.equals("/health/ready")) {
            boolean up = ready.getAsBoolean();
            status(response, up ? 200 : 503, up ? "UP" : "STARTING");
        } else if ((path.startsWith("/fhir") || path.equals(RegistryFilter.PATH)) && !ready.getAsBoolean()) {
            response.setHeader("Retry-After", "2");
            new Refusal(503, "transient", "The server is starting or stopping").write(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void status(HttpServletResponse response, int code, String status) throws IOException {
        byte[] body = ("{\"status\":\"" + status + "\"}").getBytes(StandardCharsets.UTF_8);
        response.setStatus(code);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
