package org.fixator.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Headers that every answer bears; those that matter to what a browser shows are on the pages, see {@link PageFilter}. */
final class HeadersFilter extends HttpFilter {
    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        write(response, "Accept, Accept-Language");
        chain.doFilter(request, response);
    }

    /** @param varies names of the request's headers that an answer depends on */
    static void write(HttpServletResponse response, String varies) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.addHeader("Vary", varies);
    }
}
