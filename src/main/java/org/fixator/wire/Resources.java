package org.fixator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.fixator.coding.Canonical;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;
import org.jspecify.annotations.Nullable;

/** What all resources have in common. */
final class Resources {

    private Resources() {}

    /** The type of a resource; empty where it names none. */
    static String type(ObjectNode resource) {
        return resource.path("resourceType").asText("");
    }

    static Element require(ObjectNode resource, String type) {
        String found = type(resource);
        if (!found.equals(type)) {
            throw new TerminologyException(
                    WireMessages.wrongResourceType("resourceType", type, found.isEmpty() ? "none" : found));
        }
        return Element.of(resource);
    }

    /** Url and version; {@code null} for a resource without url. */
    static @Nullable Canonical canonical(Element resource) {
        String url = resource.nonEmpty("url");
        return url == null ? null : new Canonical(url, resource.nonEmpty("version"));
    }
}
