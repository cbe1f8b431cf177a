package org.fixator.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixator.coding.FhirVersion;
import org.jspecify.annotations.Nullable;

/**
 * A search for what has a url, and maybe a version, the question of whoever looks for a terminology resource; or for all
 * resources of a type in brief.
 *
 * @param url {@code null} for all resources of the type
 * @param version {@code null} for all versions
 * @param shape how much of each resource is wanted, in the client's words; empty for all
 * @param count of resources on a page; {@code null} where the client leaves it to the server
 * @param offset of the first resource of the page
 */
record CatalogSearch(
        String type,
        @Nullable String url,
        @Nullable String version,
        String shape,
        @Nullable Integer count,
        int offset) {
    private static final Set<String> TYPES = Set.of("CodeSystem", "ValueSet", "ConceptMap");
    private static final Set<String> KNOWN =
            Set.of("url", "version", "_summary", "_elements", "_format", "_count", "_offset");
    private static final Set<String> SUMMARIES = Set.of("true", "data", "count");

    /** Elements that are short in every resource. */
    private static final Set<String> BRIEF = Set.of(
            "id",
            "meta",
            "identifier",
            "url",
            "version",
            "name",
            "title",
            "status",
            "experimental",
            "date",
            "publisher",
            "contact",
            "jurisdiction",
            "content",
            "caseSensitive",
            "hierarchyMeaning",
            "count",
            "valueSet",
            "supplements",
            "immutable");

    private static final String SUMMARY = "_summary=";
    private static final String ELEMENTS = "_elements=";

    /** Longer ones are cut by the database's index. */
    private static final int LONGEST = 200;

    /** Whether a summary of each resource is wanted, so that the Bundle is one too. */
    boolean isSummary() {
        return shape.startsWith(SUMMARY);
    }

    /** Whether only the number of resources is wanted. */
    boolean isCount() {
        return shape.equals("_summary=count");
    }

    /** Whether what is wanted of a resource is short, however large the resource is. */
    boolean isBrief() {
        return shape.equals("_summary=true")
                || (shape.startsWith(ELEMENTS)
                        && BRIEF.containsAll(
                                List.of(shape.substring(ELEMENTS.length()).split(","))));
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
        if (!KNOWN.containsAll(query.keySet())
                || !query.values().stream().allMatch(CatalogSearch::isPlain)
                || !isOne(query.get("url"))
                || !isOne(query.get("version"))
                || (query.containsKey("version") && !query.containsKey("url"))
                || (query.containsKey("_summary") && query.containsKey("_elements"))
                || !isNumber(query.get("_count"), "[1-9][0-9]{0,8}")
                || !isNumber(query.get("_offset"), "[0-9]{1,9}")) {
            return null;
        }
        Map<String, List<String>> unshaped = new LinkedHashMap<>(query);
        unshaped.keySet().removeAll(Set.of("_summary", "_elements", "_count", "_offset"));
        String shape = shape(query);
        if (shape == null || !JsonNegotiation.wantsPlainJson(request.getHeader("Accept"), unshaped, path.version())) {
            return null;
        }
        String count = value(query, "_count");
        String offset = value(query, "_offset");
        CatalogSearch search = new CatalogSearch(
                path.rest(),
                value(query, "url"),
                value(query, "version"),
                shape,
                count == null ? null : Integer.valueOf(count),
                offset == null ? 0 : Integer.parseInt(offset));
        return search.url != null || search.isBrief() || search.isCount() ? search : null;
    }

    private static @Nullable String value(Map<String, List<String>> query, String name) {
        List<String> values = query.get(name);
        return values == null ? null : values.get(0);
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

    private static boolean isNumber(@Nullable List<String> values, String pattern) {
        return values == null || values.get(0).matches(pattern);
    }

    private static @Nullable String shape(Map<String, List<String>> query) {
        List<String> summary = query.get("_summary");
        if (summary != null) {
            return SUMMARIES.contains(summary.get(0)) ? SUMMARY + summary.get(0) : null;
        }
        List<String> elements = query.get("_elements");
        if (elements == null) {
            return "";
        }
        return elements.get(0).matches("[A-Za-z]+(,[A-Za-z]+)*") ? ELEMENTS + elements.get(0) : null;
    }

    /** A comma lists alternatives. */
    private static boolean isOne(@Nullable List<String> values) {
        return values == null || values.get(0).indexOf(',') < 0;
    }
}
