package org.fixator.http;

import ca.uhn.fhir.util.UrlUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fixator.catalog.ResourceKey;
import org.fixator.wire.SearchsetWriter.Link;

/**
 * A page of what a search has found.
 *
 * @param keys of the page
 * @param offset of its first resource
 * @param count of resources on a page
 * @param total of resources that were found
 */
record SearchPage(List<ResourceKey> keys, int offset, int count, int total) {

    /** @param count of resources on a page, at least 1 */
    static SearchPage of(List<ResourceKey> found, int offset, int count) {
        int from = Math.min(offset, found.size());
        int to = Math.min(from + count, found.size());
        return new SearchPage(found.subList(from, to), offset, count, found.size());
    }

    boolean isWhole() {
        return keys.size() == total;
    }

    /**
     * This page and its neighbours.
     *
     * @param target url of the search without its query
     * @param query of the search
     */
    List<Link> links(String target, Map<String, List<String>> query) {
        List<Link> links = new ArrayList<>();
        links.add(new Link("self", url(target, query)));
        if (offset + keys.size() < total && !keys.isEmpty()) {
            links.add(new Link("next", url(target, at(query, offset + count))));
        }
        if (offset > 0) {
            links.add(new Link("previous", url(target, at(query, Math.max(0, Math.min(offset, total) - count)))));
        }
        return links;
    }

    private Map<String, List<String>> at(Map<String, List<String>> query, int otherOffset) {
        Map<String, List<String>> there = new TreeMap<>(query);
        there.put("_count", List.of(Integer.toString(count)));
        there.put("_offset", List.of(Integer.toString(otherOffset)));
        return there;
    }

    /** As HAPI repeats a search: the parameters by their names, each escaped anew. */
    private static String url(String target, Map<String, List<String>> query) {
        StringBuilder url = new StringBuilder(target);
        char before = '?';
        for (Map.Entry<String, List<String>> parameter : new TreeMap<>(query).entrySet()) {
            for (String value : parameter.getValue()) {
                url.append(before).append(parameter.getKey()).append('=').append(UrlUtil.escapeUrlParam(value));
                before = '&';
            }
        }
        return url.toString();
    }
}
