package org.fixator.http;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fixator.catalog.ResourceKey;
import org.fixator.store.StoredDaos;
import org.fixator.store.SupportedTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Shows people, who ask for {@code text/html}, what programs get as FHIR: the page of a resource at its own url, and an
 * index at the base. Pages have one stylesheet and no scripts.
 */
final class PageFilter extends HttpFilter {
    private static final String STYLESHEET = "/pages.css";
    private static final String CONTENT_SECURITY = "default-src 'none'; style-src 'self'; frame-ancestors 'none'";

    private final IndexPage index;
    private final ResourcePages resources;
    private final StoredDaos daos;
    private final Template template;
    private final byte[] stylesheet;

    PageFilter(IndexPage index, ResourcePages resources, StoredDaos daos) {
        this.index = index;
        this.resources = resources;
        this.daos = daos;
        this.stylesheet = file("pages.css");
        this.template =
                Mustache.compiler().nullValue("").compile(new String(file("page.mustache"), StandardCharsets.UTF_8));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (reads && path.equals(STYLESHEET)) {
            write(response, "text/css;charset=UTF-8", stylesheet);
            return;
        }
        // Without HAPI its servlet says that it is too early.
        Page page = reads && daos.areThere() && wantsPage(request) ? page(request, path) : null;
        if (page == null) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY);
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        write(response, "text/html;charset=UTF-8", template.execute(page).getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable Page page(HttpServletRequest request, String path) {
        String root = ClientAddress.of(request);
        FhirPath fhir =
                path.equals("/") ? new FhirPath("/fhir", "") : FhirPath.of(path).orElse(null);
        if (fhir == null) {
            return null;
        }
        if (fhir.isBase()) {
            return index.of(root);
        }
        String[] parts = fhir.rest().split("/", -1);
        if (parts.length != 2
                || !SupportedTypes.TERMINOLOGY.contains(parts[0])
                || parts[1].startsWith("$")
                || parts[1].startsWith("_")) {
            return null;
        }
        Map<String, List<String>> query = OperationRequest.query(request.getQueryString());
        String offset = query.containsKey("offset") ? query.get("offset").get(0) : null;
        return resources.of(
                root, new ResourceKey(parts[0], parts[1]), PageRange.of(root + "/fhir/" + fhir.rest(), offset));
    }

    /** Browsers say text/html first; a program that merely accepts it as well gets FHIR. */
    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        if (accept == null
                || !accept.contains("text/html")
                || Objects.toString(request.getQueryString(), "").contains("_format=")) {
            return false;
        }
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            double best = wanted.stream()
                    .mapToDouble(MediaType::getQualityValue)
                    .max()
                    .orElse(0);
            MediaType first = wanted.stream()
                    .filter(type -> type.getQualityValue() == best)
                    .findFirst()
                    .orElse(MediaType.ALL);
            return first.equalsTypeAndSubtype(MediaType.TEXT_HTML);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static void write(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static byte[] file(String name) {
        try (InputStream in = PageFilter.class.getResourceAsStream("/pages/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
