package org.fixator.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixator.wire.XmlCodec;
import org.jspecify.annotations.Nullable;

/** Answers {@code /metadata}, also where the hot path is off: HAPI's own statement is a megabyte and knows no engine. */
final class MetadataFilter extends HttpFilter {
    private static final Set<String> STATEMENT = Set.of("full", "normative");

    private final MetadataDocuments documents;
    private final XmlCodec xml;

    MetadataFilter(MetadataDocuments documents, XmlCodec xml) {
        this.documents = documents;
        this.xml = xml;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        FhirPath path = FhirPath.of(request).orElse(null);
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (path == null || !path.rest().equals("metadata") || !reads) {
            chain.doFilter(request, response);
            return;
        }
        try {
            answer(path, request, response);
        } catch (RefusedException e) {
            e.refusal().write(request, response);
        }
    }

    private void answer(FhirPath path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, List<String>> query = OperationRequest.query(request.getQueryString());
        String base = ClientAddress.of(request) + path.base();
        byte[] body = documents.json(path.version(), isTerminology(query.get("mode")), base);
        boolean asXml = Refusal.wantsXml(request);
        if (asXml) {
            body = xml.toXml(body, path.version());
        }
        response.setContentType(asXml ? "application/fhir+xml;charset=UTF-8" : "application/fhir+json;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean isTerminology(@Nullable List<String> mode) {
        if (mode == null || (mode.size() == 1 && STATEMENT.contains(mode.get(0)))) {
            return false;
        }
        if (mode.size() == 1 && mode.get(0).equals("terminology")) {
            return true;
        }
        throw new RefusedException(
                new Refusal(400, "value", "mode must be one of full, normative, terminology, not " + mode));
    }
}
