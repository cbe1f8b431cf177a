package org.fixator.http;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.ResourceKey;
import org.fixator.wire.AnswerIds;
import org.fixator.wire.Json;
import org.fixator.wire.SearchsetWriter;

/**
 * Answers searches by url and version, and for all of a type in brief, from the catalog, which knows what is stored, and
 * from what HAPI wrote of these resources before. What it has not written yet it is asked for, as it is for whatever a
 * search wants more.
 */
final class CatalogSearchFilter extends HttpFilter {
    private final Catalog catalog;
    private final FoundResources found;
    private final Clock clock;
    private final int pageSize;
    private final int maxPageSize;
    private final AnswerIds ids = new AnswerIds();

    CatalogSearchFilter(Catalog catalog, FoundResources found, Clock clock, HttpSettings settings) {
        this.catalog = catalog;
        this.found = found;
        this.clock = clock;
        this.pageSize = settings.pageSize();
        this.maxPageSize = settings.maxPageSize();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        CatalogSearch search = CatalogSearch.of(request);
        List<ResourceKey> keys =
                search == null ? null : catalog.current().stored(search.type(), search.url(), search.version());
        if (search == null || keys == null || keys.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        SearchPage page = page(search, keys);
        if (search.isBrief() || search.isCount()) {
            answerInBrief(request, response, chain, search, page);
        } else if (page.isWhole()) {
            answerWhole(request, response, chain, search, page);
        } else {
            chain.doFilter(request, response);
        }
    }

    private SearchPage page(CatalogSearch search, List<ResourceKey> keys) {
        Integer wanted = search.count();
        int count = wanted == null ? pageSize : Math.min(wanted, maxPageSize);
        return search.isCount()
                ? new SearchPage(List.of(), 0, count, keys.size())
                : SearchPage.of(keys, search.offset(), count);
    }

    private void answerInBrief(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            CatalogSearch search,
            SearchPage page)
            throws IOException, ServletException {
        Map<ResourceKey, byte[]> resources = kept(page, search.shape());
        List<ResourceKey> missing =
                page.keys().stream().filter(key -> !resources.containsKey(key)).toList();
        if (!missing.isEmpty()) {
            long before = found.commits();
            AsideResponse aside = new AsideResponse(response);
            chain.doFilter(new AsideSearch(request, missing, search.shape()), aside);
            if (aside.getStatus() == 200) {
                resources.putAll(keep(aside.body(), search.shape(), before));
            }
        }
        if (resources.keySet().containsAll(page.keys())) {
            write(request, response, search, page, resources);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Where one of them has not been read yet, HAPI answers, and the resources of its answer are kept. */
    private void answerWhole(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            CatalogSearch search,
            SearchPage page)
            throws IOException, ServletException {
        Map<ResourceKey, byte[]> resources = kept(page, search.shape());
        if (resources.size() == page.total()) {
            write(request, response, search, page, resources);
            return;
        }
        long before = found.commits();
        CopiedResponse copied = new CopiedResponse(response);
        chain.doFilter(new UnpackedAnswer(request), copied);
        byte[] json = copied.body();
        if (copied.getStatus() == 200 && json != null) {
            keep(json, search.shape(), before);
        }
    }

    private Map<ResourceKey, byte[]> kept(SearchPage page, String shape) {
        Map<ResourceKey, byte[]> resources = new HashMap<>();
        for (ResourceKey key : page.keys()) {
            byte[] json = found.find(key, shape);
            if (json != null) {
                resources.put(key, json);
            }
        }
        return resources;
    }

    /** Keeps the resources of HAPI's answer, and returns them. */
    private Map<ResourceKey, byte[]> keep(byte[] bundle, String shape, long before) {
        Map<ResourceKey, byte[]> read = new HashMap<>();
        for (JsonNode entry : Json.parse(bundle).path("entry")) {
            JsonNode resource = entry.path("resource");
            ResourceKey key = new ResourceKey(
                    resource.path("resourceType").asText(), resource.path("id").asText());
            byte[] json = resource.toString().getBytes(StandardCharsets.UTF_8);
            found.keep(key, shape, json, before);
            read.put(key, json);
        }
        return read;
    }

    private void write(
            HttpServletRequest request,
            HttpServletResponse response,
            CatalogSearch search,
            SearchPage page,
            Map<ResourceKey, byte[]> resources)
            throws IOException {
        String base = ClientAddress.of(request)
                + FhirPath.of(request).map(FhirPath::base).orElse("/fhir");
        List<SearchsetWriter.Entry> entries = new ArrayList<>();
        for (ResourceKey key : page.keys()) {
            entries.add(new SearchsetWriter.Entry(base + "/" + key, Objects.requireNonNull(resources.get(key))));
        }
        byte[] json = SearchsetWriter.write(
                ids.next().toString(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                page.total(),
                page.links(base + "/" + search.type(), OperationRequest.query(request.getQueryString())),
                search.isSummary(),
                entries);
        response.setContentType("application/fhir+json;charset=UTF-8");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
