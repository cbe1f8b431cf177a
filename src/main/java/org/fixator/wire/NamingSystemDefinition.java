package org.fixator.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers that a NamingSystem says to be of one and the same system.
 *
 * @param url canonical of the NamingSystem itself (R5)
 * @param kind {@code codesystem}, {@code identifier}, {@code root}
 * @param uniqueIds all its identifiers, in the order of the resource
 */
public record NamingSystemDefinition(
        @Nullable String url,
        @Nullable String name,
        @Nullable String status,
        @Nullable String kind,
        List<UniqueId> uniqueIds) {

    public NamingSystemDefinition {
        uniqueIds = List.copyOf(uniqueIds);
    }

    /**
     * One identifier.
     *
     * @param type {@code uri}, {@code oid}, {@code uuid}, {@code other}, …
     * @param value as a CodeSystem's url is written: an OID begins with {@code urn:oid:}, a UUID with {@code urn:uuid:}
     * @param preferred whether this is the one to use
     */
    public record UniqueId(String type, String value, boolean preferred) {}

    /** The identifier to use: the preferred uri, else the first uri, else {@code null}. */
    public @Nullable String preferredUri() {
        String first = null;
        for (UniqueId id : uniqueIds) {
            if (!id.type().equals("uri")) {
                continue;
            }
            if (id.preferred()) {
                return id.value();
            }
            first = first == null ? id.value() : first;
        }
        return first;
    }
}
