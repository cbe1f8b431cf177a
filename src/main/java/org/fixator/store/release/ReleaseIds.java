package org.fixator.store.release;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.fixator.catalog.ResourceKey;
import org.fixator.release.ReleaseIdentity;

/** Names releases and the resources that stand for them. Belongs to one release. */
final class ReleaseIds {

    private static final int LONGEST = 64;

    private final String release;
    private final Set<ResourceKey> given = new HashSet<>();

    ReleaseIds(String release) {
        this.release = release;
    }

    /** {@code <kind>-<version>}, in the characters of an id. */
    static String release(ReleaseIdentity identity) {
        return clean(identity.kind() + "-" + identity.version());
    }

    /** As {@link #release}, where another publication has taken that. */
    static String distinctRelease(ReleaseIdentity identity) {
        return release(identity) + "-" + hash(identity.system());
    }

    /**
     * The id of a resource: the release's own for the only one of its type, else with the end of the url.
     *
     * @param only whether it is the only one of its type
     */
    ResourceKey resource(String type, String url, boolean only) {
        String end = url.substring(url.lastIndexOf('/') + 1);
        String id = only ? release : clean(release + "-" + end);
        if (id.length() > LONGEST) {
            id = shortened(id, url);
        }
        ResourceKey key = new ResourceKey(type, id);
        if (!given.add(key)) {
            key = new ResourceKey(type, shortened(id, url));
            given.add(key);
        }
        return key;
    }

    private static String shortened(String id, String url) {
        String hash = hash(url + "|" + id);
        return id.substring(0, Math.min(id.length(), LONGEST - hash.length() - 1)) + "-" + hash;
    }

    private static String hash(String text) {
        return String.format(Locale.ROOT, "%08x", text.hashCode());
    }

    private static String clean(String text) {
        return text.replaceAll("[^A-Za-z0-9.-]", "-");
    }
}
