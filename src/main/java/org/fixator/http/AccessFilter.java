package org.fixator.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets a request pass that {@link AccessRules} leaves open or that bears the token; the one place that decides. */
final class AccessFilter extends HttpFilter {
    private final AdminToken token;

    AccessFilter(AdminToken token) {
        this.token = token;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String authorization = request.getHeader("Authorization");
        if (isOpen(request) || token.isIn(authorization)) {
            chain.doFilter(request, response);
            return;
        }
        String challenge = "Bearer realm=\"fixator\"";
        response.setHeader(
                "WWW-Authenticate", authorization == null ? challenge : challenge + ", error=\"invalid_token\"");
        new Refusal(401, "login", "This request needs the header 'Authorization: Bearer' with the admin token")
                .write(request, response);
    }

    private boolean isOpen(HttpServletRequest request) throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return switch (AccessRules.decide(request.getMethod(), path)) {
            case OPEN -> true;
            case TOKEN -> false;
            case BY_ENTRIES ->
                request instanceof BodyRequest body
                        && !token.isIn(request.getHeader("Authorization"))
                        && allEntriesOpen(body);
        };
    }

    private static boolean allEntriesOpen(BodyRequest request) throws IOException {
        boolean xml = request.mediaType().contains("xml");
        return BundleEntries.read(request.bytes(), xml).stream()
                .allMatch(entry -> AccessRules.decideEntry(entry.method(), entry.url()) == AccessRules.Decision.OPEN);
    }
}
