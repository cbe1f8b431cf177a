package org.fixator.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.Content;
import org.fixator.catalog.ResourceKey;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.coding.FhirVersion;
import org.fixator.wire.CodeSystemWriter;
import org.jspecify.annotations.Nullable;

/**
 * Reads a code system of a release with all its concepts, where {@code _summary=false} asks for them: HAPI stores it
 * without. Streamed, JSON, FHIR R4.
 */
final class WholeSystemFilter extends HttpFilter {

    private static final Pattern READ = Pattern.compile("CodeSystem/([A-Za-z0-9\\-.]{1,64})");

    private final Catalog catalog;

    WholeSystemFilter(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        FhirPath path = FhirPath.of(request).orElse(null);
        Matcher read = path == null || path.version() != FhirVersion.R4 ? null : READ.matcher(path.rest());
        boolean get = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (path == null || read == null || !read.matches() || !get || !wantsAll(request)) {
            chain.doFilter(request, response);
            return;
        }
        TableCodeSystem system = system(read.group(1));
        if (system == null) {
            chain.doFilter(request, response);
            return;
        }
        response.setContentType("application/fhir+json;charset=UTF-8");
        if (request.getMethod().equals("GET")) {
            CodeSystemWriter.write(system, read.group(1), response.getOutputStream());
        }
    }

    private static boolean wantsAll(HttpServletRequest request) {
        Map<String, List<String>> query = OperationRequest.query(request.getQueryString());
        return List.of("false").equals(query.get("_summary"))
                && JsonNegotiation.wantsPlainJson(request.getHeader("Accept"), query, FhirVersion.R4);
    }

    /** A code system whose concepts are not in its resource. */
    private @Nullable TableCodeSystem system(String id) {
        Content content = catalog.current().resource(new ResourceKey("CodeSystem", id));
        return content instanceof Content.Codes codes
                        && codes.edition() != null
                        && codes.system() instanceof TableCodeSystem table
                ? table
                : null;
    }
}
