package org.fixator.http;

import ca.uhn.fhir.util.UrlUtil;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.ResourceKey;
import org.fixator.wire.Json;
import org.fixator.wire.SearchsetWriter;
import org.jspecify.annotations.Nullable;

/**
 * Answers searches by url and version from the catalog, which knows what is stored under a url, and from what HAPI wrote of
 * these resources before. The first search of each passes through HAPI, as does whatever asks for more.
 */
final class CatalogSearchFilter extends HttpFilter {
    private final Catalog catalog;
    private final FoundResources found;
    private final Clock clock;
    private final int pageSize;

    /** @param pageSize most resources that fit into an answer without further pages */
    CatalogSearchFilter(Catalog catalog, FoundResources found, Clock clock, int pageSize) {
        this.catalog = catalog;
        this.found = found;
        this.clock = clock;
        this.pageSize = pageSize;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        CatalogSearch search = CatalogSearch.of(request);
        List<ResourceKey> keys =
                search == null ? null : catalog.current().stored(search.type(), search.url(), search.version());
        if (search == null || keys == null || keys.isEmpty() || keys.size() > pageSize) {
            chain.doFilter(request, response);
            return;
        }
        List<SearchsetWriter.Entry> entries = entries(keys, search, base(request));
        if (entries == null) {
            readByHapi(request, response, chain, search);
            return;
        }
        byte[] json = SearchsetWriter.write(
                UUID.randomUUID().toString(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                self(request, search),
                search.isSummary(),
                entries);
        response.setContentType("application/fhir+json;charset=UTF-8");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }

    private static String base(HttpServletRequest request) {
        return ClientAddress.of(request)
                + FhirPath.of(request).map(FhirPath::base).orElse("/fhir");
    }

    /** {@code null} where one of them has not been read yet. */
    private @Nullable List<SearchsetWriter.Entry> entries(List<ResourceKey> keys, CatalogSearch search, String base) {
        List<SearchsetWriter.Entry> entries = new ArrayList<>();
        for (ResourceKey key : keys) {
            byte[] json = found.find(key, search.shape());
            if (json == null) {
                return null;
            }
            entries.add(new SearchsetWriter.Entry(base + "/" + key, json));
        }
        return entries;
    }

    /** Lets HAPI answer, and keeps the resources of its answer. */
    private void readByHapi(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, CatalogSearch search)
            throws IOException, ServletException {
        long before = found.commits();
        CopiedResponse copied = new CopiedResponse(response);
        chain.doFilter(new UnpackedAnswer(request), copied);
        byte[] json = copied.body();
        if (copied.getStatus() != 200 || json == null) {
            return;
        }
        for (JsonNode entry : Json.parse(json).path("entry")) {
            JsonNode resource = entry.path("resource");
            ResourceKey key = new ResourceKey(
                    resource.path("resourceType").asText(), resource.path("id").asText());
            found.keep(key, search.shape(), resource.toString().getBytes(StandardCharsets.UTF_8), before);
        }
    }

    /** The search as HAPI repeats it: the parameters by their names, each escaped anew. */
    private static String self(HttpServletRequest request, CatalogSearch search) {
        StringBuilder self = new StringBuilder(base(request)).append('/').append(search.type());
        char before = '?';
        for (Map.Entry<String, List<String>> parameter :
                new TreeMap<>(OperationRequest.query(request.getQueryString())).entrySet()) {
            for (String value : parameter.getValue()) {
                self.append(before).append(parameter.getKey()).append('=').append(UrlUtil.escapeUrlParam(value));
                before = '&';
            }
        }
        return self.toString();
    }
}
