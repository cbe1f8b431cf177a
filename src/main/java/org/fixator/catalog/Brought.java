package org.fixator.catalog;

import org.fixator.coding.Canonical;
import org.jspecify.annotations.Nullable;

/**
 * A resource that came with a request, ready to answer.
 *
 * @param hash SHA-256 of its JSON, in hexadecimal
 * @param bytes length of its JSON
 */
record Brought(String hash, String type, Content content, int bytes) {

    /** What other resources know it by; {@code null} where nothing can refer to it. */
    @Nullable
    String name() {
        Canonical canonical = content.canonical();
        return canonical == null ? null : type + " " + canonical;
    }
}
