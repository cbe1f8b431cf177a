package org.fixator.http;

import org.jspecify.annotations.Nullable;

/**
 * The url in the request of a bundle's entry, taken apart. Nothing of it is decoded.
 *
 * @param path relative to the base, without the slash before it; as the entry has it where it is absolute under another base
 * @param query {@code null} where there is no question mark
 * @see <a href="http://hl7.org/fhir/R4/bundle-definitions.html#Bundle.entry.request.url">Bundle.entry.request.url</a>
 */
record EntryUrl(String path, @Nullable String query) {

    /** The url of an entry that may begin with the base, an absolute url without a slash at its end. */
    static EntryUrl under(String base, String url) {
        return relative(url.startsWith(base + "/") ? url.substring(base.length()) : url);
    }

    /** The url of an entry where nothing is known of the base. */
    static EntryUrl relative(String url) {
        int question = url.indexOf('?');
        String path = question < 0 ? url : url.substring(0, question);
        String query = question < 0 ? null : url.substring(question + 1);
        return new EntryUrl(path.startsWith("/") ? path.substring(1) : path, query);
    }

    /** The url relative to the base. */
    @Override
    public String toString() {
        return query == null ? path : path + "?" + query;
    }
}
