package org.fixator.coding;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A canonical reference: a url and, after a {@code |}, an optional version.
 *
 * @param url the url without version
 * @param version the version, which may be a pattern such as {@code 1.x}; {@code null} where none is given
 */
public record Canonical(String url, @Nullable String version) {

    public Canonical {
        Objects.requireNonNull(url);
    }

    /** Reads {@code url} or {@code url|version}; an empty version counts as absent. */
    public static Canonical parse(String text) {
        int bar = text.indexOf('|');
        if (bar < 0) {
            return new Canonical(text, null);
        }
        String version = text.substring(bar + 1);
        return new Canonical(text.substring(0, bar), version.isEmpty() ? null : version);
    }

    /** The same url without a version. */
    public Canonical versionless() {
        return version == null ? this : new Canonical(url, null);
    }

    /** {@code url|version}, or {@code url} where there is no version. */
    @Override
    public String toString() {
        return version == null ? url : url + "|" + version;
    }
}
