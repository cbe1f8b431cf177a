package org.fixator.wire;

import java.util.List;

/** Writes the answer to a search that finds no more than a page. */
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

    private static final String SUMMARY =
            "{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ObservationValue\",\"code\":\"SUBSETTED\","
                    + "\"display\":\"Resource encoded in summary mode\"}";

    /**
     * @param id of the Bundle
     * @param lastUpdated when it was made
     * @param self url of the search
     * @param summary whether the resources are summaries
     */
    public static byte[] write(String id, String lastUpdated, String self, boolean summary, List<Entry> entries) {
        int size = 512;
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
        json.member("type", "searchset").member("total", entries.size());
        json.name("link").array().object().member("relation", "self").member("url", self);
        json.endObject().endArray();
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
