package org.fixator.http;

import ca.uhn.fhir.util.UrlUtil;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.fixator.catalog.ResourceKey;
import org.jspecify.annotations.Nullable;

/** A search that the server itself sends on in the place of a client's: for resources by their ids, in the same shape. */
final class AsideSearch extends UnpackedAnswer {
    private final Map<String, String[]> parameters;

    /** @param shape a parameter with its value, as in {@link CatalogSearch#shape} */
    AsideSearch(HttpServletRequest request, Collection<ResourceKey> keys, String shape) {
        super(request);
        int equals = shape.indexOf('=');
        Map<String, String[]> all = new LinkedHashMap<>();
        all.put("_id", one(keys.stream().map(ResourceKey::id).collect(Collectors.joining(","))));
        all.put(shape.substring(0, equals), one(shape.substring(equals + 1)));
        all.put("_count", one(Integer.toString(keys.size())));
        all.put("_format", one("json"));
        parameters = Collections.unmodifiableMap(all);
    }

    private static String[] one(String value) {
        return new String[] {value};
    }

    @Override
    public String getQueryString() {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + UrlUtil.escapeUrlParam(one.getValue()[0]))
                .collect(Collectors.joining("&"));
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return parameters.get(name);
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }
}
