package org.fixator.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fixator.issue.TerminologyException;
import org.fixator.wire.JsonSource;
import org.jspecify.annotations.Nullable;

/**
 * Compiles resources that come with requests and keeps them by their content: a client that sends the same resources with
 * every request has them compiled once. The ones used longest ago are forgotten when there are too many.
 */
final class BroughtCache {

    private final long maximumBytes;
    private final Map<String, Brought> byHash = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /**
     * @param maximumBytes of JSON, of all that is kept together
     */
    BroughtCache(long maximumBytes) {
        this.maximumBytes = maximumBytes;
    }

    /**
     * @throws TerminologyException (4xx) where the resource cannot be read
     */
    Brought compile(ObjectNode resource) {
        byte[] json = resource.toString().getBytes(StandardCharsets.UTF_8);
        String hash = hash(json);
        Brought known = find(hash);
        if (known != null) {
            return known;
        }
        String type = resource.path("resourceType").asText("");
        Brought made = new Brought(hash, type, ResourceCompiler.compile(type, JsonSource.of(json)), json.length);
        keep(made);
        return made;
    }

    private synchronized @Nullable Brought find(String hash) {
        return byHash.get(hash);
    }

    private synchronized void keep(Brought made) {
        if (made.bytes() > maximumBytes || byHash.put(made.hash(), made) != null) {
            return;
        }
        bytes += made.bytes();
        Iterator<Brought> oldest = byHash.values().iterator();
        while (bytes > maximumBytes && oldest.hasNext()) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    private static String hash(byte[] json) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
