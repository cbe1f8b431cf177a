package org.fixator.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * Refuses changes while the disk is full, before they reach the database, which could not finish them. Reading goes on, and
 * so does what makes room.
 */
final class FullDiskFilter extends HttpFilter {

    private final BooleanSupplier roomForChanges;

    FullDiskFilter(BooleanSupplier roomForChanges) {
        this.roomForChanges = roomForChanges;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (changes(request) && !roomForChanges.getAsBoolean()) {
            new Refusal(507, "no-store", "The disk of the data directory is full; nothing is changed until it has room")
                    .write(request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean changes(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return AccessRules.decide(request.getMethod(), path) != AccessRules.Decision.OPEN && !makesRoom(path);
    }

    private static boolean makesRoom(String path) {
        return path.endsWith("/$remove") || path.endsWith("/$retire") || path.endsWith("/$job");
    }
}
