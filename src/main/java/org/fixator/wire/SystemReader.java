package org.fixator.wire;

import org.fixator.coding.Canonical;
import org.jspecify.annotations.Nullable;

/** Reads the code system that a request names. */
final class SystemReader {

    /** What some clients send for "whichever is current", which is what no version means. */
    private static final String CURRENT = "current";

    private SystemReader() {}

    /** Url and version from two parameters; the url may carry the version. */
    static @Nullable Canonical read(OperationParameters in, String urlName, String versionName) {
        Canonical url = in.canonical(urlName);
        if (url == null) {
            return null;
        }
        String version = version(in, versionName);
        return version == null ? url : new Canonical(url.url(), version);
    }

    static @Nullable String version(OperationParameters in, String name) {
        String version = in.text(name);
        return CURRENT.equals(version) ? null : version;
    }
}
