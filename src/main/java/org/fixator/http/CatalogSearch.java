package org.fixator.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixator.coding.FhirVersion;
import org.jspecify.annotations.Nullable;

/**
 * A search for what has a url, and maybe a version: the question of whoever looks for a terminology resource.
 *
 * @param version {@code null} for all versions
 * @param shape how much of each resource is wanted, in the client's words; empty for all
 */
record CatalogSearch(String type, String url, @Nullable String version, String shape) {
    private static final Set<String> TYPES = Set.of("CodeSystem", "ValueSet", "ConceptMap");
    private static final Set<String> KNOWN = Set.of("url", "version", "_summary", "_elements", "_format");
    private static final Set<String> SUMMARIES = Set.of("true", "data");

    /** Longer ones are cut by the database's index. */
    private static final int LONGEST = 200;

    /** Whether a summary of each resource is wanted, so that the Bundle is one too. */
    boolean isSummary() {
        return shape.startsWith("_summary");
    }

    /** The search; {@code null} where it asks for more, or for it in another way, and HAPI answers. */
    static @Nullable CatalogSearch of(HttpServletRequest request) {
        FhirPath path = FhirPath.of(request).orElse(null);
        if (path == null
                || path.version() != FhirVersion.R4
                || !request.getMethod().equals("GET")
                || !TYPES.contains(path.rest())) {
            return null;
        }
        Map<String, List<String>> query = OperationRequest.query(request.getQueryString());
        if (!query.containsKey("url")
                || !KNOWN.containsAll(query.keySet())
                || !query.values().stream().allMatch(CatalogSearch::isPlain)
                || !isOne(query.get("url"))
                || !isOne(query.get("version"))
                || (query.containsKey("_summary") && query.containsKey("_elements"))) {
            return null;
        }
        Map<String, List<String>> unshaped = new LinkedHashMap<>(query);
        unshaped.remove("_summary");
        unshaped.remove("_elements");
        String shape = shape(query);
        if (shape == null || !JsonNegotiation.wantsPlainJson(request.getHeader("Accept"), unshaped, path.version())) {
            return null;
        }
        String version = query.containsKey("version") ? query.get("version").get(0) : null;
        return new CatalogSearch(path.rest(), query.get("url").get(0), version, shape);
    }

    /** One value, in which nothing has a meaning of its own. */
    private static boolean isPlain(List<String> values) {
        String value = values.get(0);
        return values.size() == 1
                && !value.isBlank()
                && value.length() <= LONGEST
                && value.equals(value.strip())
                && value.indexOf('|') < 0
                && value.indexOf('\\') < 0;
    }

    private static @Nullable String shape(Map<String, List<String>> query) {
        List<String> summary = query.get("_summary");
        if (summary != null) {
            return SUMMARIES.contains(summary.get(0)) ? "_summary=" + summary.get(0) : null;
        }
        List<String> elements = query.get("_elements");
        if (elements == null) {
            return "";
        }
        return elements.get(0).matches("[A-Za-z]+(,[A-Za-z]+)*") ? "_elements=" + elements.get(0) : null;
    }

    /** A comma lists alternatives. */
    private static boolean isOne(@Nullable List<String> values) {
        return values == null || values.get(0).indexOf(',') < 0;
    }
}
