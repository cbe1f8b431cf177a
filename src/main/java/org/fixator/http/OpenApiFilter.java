package org.fixator.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers {@code openapi.json} of each endpoint. */
final class OpenApiFilter extends HttpFilter {
    private final MetadataDocuments documents;

    OpenApiFilter(MetadataDocuments documents) {
        this.documents = documents;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        FhirPath path = FhirPath.of(request).orElse(null);
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (path == null || !path.rest().equals("openapi.json") || !reads) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = OpenApiDocument.of(documents.served(path.version(), ClientAddress.of(request) + path.base()))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
