package org.fixator.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.fixator.wire.OperationDefinitionCodec;
import org.fixator.wire.ParameterTable;
import org.fixator.wire.XmlCodec;
import org.jspecify.annotations.Nullable;

/**
 * Answers reads of the definitions of this server's own operations, searches for one of them by its url and for all. They are
 * made of the tables by which requests are read. Definitions that somebody stored are HAPI's.
 */
final class DefinitionsFilter extends HttpFilter {
    private static final String TYPE = "OperationDefinition";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MetadataDocuments documents;
    private final DefinitionsPage page;
    private final XmlCodec xml;

    DefinitionsFilter(MetadataDocuments documents, DefinitionsPage page, XmlCodec xml) {
        this.documents = documents;
        this.page = page;
        this.xml = xml;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        FhirPath path = reads ? FhirPath.of(request).orElse(null) : null;
        if (path == null || !path.rest().startsWith(TYPE)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            byte[] answer = answer(path, request);
            if (answer == null) {
                chain.doFilter(request, response);
            } else {
                write(answer, path, request, response);
            }
        } catch (RefusedException e) {
            e.refusal().write(request, response);
        }
    }

    /** The definition, or the bundle of a search that found one; {@code null} where it is not about this server's own. */
    private byte @Nullable [] answer(FhirPath path, HttpServletRequest request) throws IOException {
        String base = ClientAddress.of(request) + path.base();
        if (!path.rest().equals(TYPE)) {
            ParameterTable table = table(path.rest(), TYPE + "/");
            return table == null ? null : documents.definition(table, path.version(), base);
        }
        Map<String, List<String>> query = OperationRequest.query(request.getQueryString());
        if (page.answers(path, query)) {
            return page.write(base, query);
        }
        List<String> url = query.get("url");
        ParameterTable table = url == null || url.size() != 1 ? null : table(url.get(0), base + "/" + TYPE + "/");
        return table == null ? null : bundle(table, path, base, request.getQueryString());
    }

    private static @Nullable ParameterTable table(String name, String prefix) {
        for (ParameterTable table : MetadataDocuments.operations()) {
            if (name.equals(prefix + OperationDefinitionCodec.id(table))) {
                return table;
            }
        }
        return null;
    }

    private byte[] bundle(ParameterTable table, FhirPath path, String base, String query) throws IOException {
        ObjectNode bundle = JSON.createObjectNode();
        bundle.put("resourceType", "Bundle").put("type", "searchset").put("total", 1);
        ArrayNode links = bundle.putArray("link");
        links.addObject().put("relation", "self").put("url", base + "/" + TYPE + "?" + query);
        ObjectNode entry = bundle.putArray("entry").addObject();
        entry.put("fullUrl", OperationDefinitionCodec.url(table, base));
        entry.set("resource", JSON.readTree(documents.definition(table, path.version(), base)));
        entry.putObject("search").put("mode", "match");
        return JSON.writeValueAsBytes(bundle);
    }

    private void write(byte[] json, FhirPath path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean asXml = Refusal.wantsXml(request);
        byte[] body = asXml ? xml.toXml(json, path.version()) : json;
        response.setContentType(asXml ? "application/fhir+xml;charset=UTF-8" : "application/fhir+json;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
