package org.fixator.wire;

import java.util.List;

/** Writes a page of what a search has found. */
public final class SearchsetWriter {

    private SearchsetWriter() {}

    /**
     * A resource that was found.
     *
     * @param fullUrl where it is read
     * @param json the resource in UTF-8
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Entry(String fullUrl, byte[] json) {}

    /**
     * Where another part of the answer is.
     *
     * @param relation such as {@code next}
     */
    public record Link(String relation, String url) {}

    private static final String SUMMARY =
            "{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ObservationValue\",\"code\":\"SUBSETTED\","
                    + "\"display\":\"Resource encoded in summary mode\"}";

    /**
     * @param id of the Bundle
     * @param lastUpdated when it was made
     * @param total how many resources were found, on this page and on others
     * @param links to this page and others
     * @param summary whether the resources are summaries
     */
    public static byte[] write(
            String id, String lastUpdated, int total, List<Link> links, boolean summary, List<Entry> entries) {
        int size = 1024;
        for (Entry entry : entries) {
            size += 128 + entry.fullUrl().length() + entry.json().length;
        }
        JsonBytes json = new JsonBytes(size);
        json.object().member("resourceType", "Bundle").member("id", id);
        json.name("meta").object().member("lastUpdated", lastUpdated);
        if (summary) {
            json.name("tag").array().raw(SUMMARY).endArray();
        }
        json.endObject();
        json.member("type", "searchset").member("total", total);
        json.name("link").array();
        links.forEach(link -> json.object()
                .member("relation", link.relation())
                .member("url", link.url())
                .endObject());
        json.endArray();
        if (!entries.isEmpty()) {
            json.name("entry").array();
            entries.forEach(entry -> {
                json.object().member("fullUrl", entry.fullUrl());
                json.name("resource").raw(entry.json());
                json.name("search").object().member("mode", "match").endObject();
                json.endObject();
            });
            json.endArray();
        }
        return json.endObject().bytes();
    }
}
