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
        return combined(url, versionName, version(in, versionName));
    }

    /**
     * A canonical with the version of a parameter of its own.
     *
     * @throws org.fixator.issue.TerminologyException (400) where both name a version and they differ
     */
    static Canonical combined(Canonical url, String versionName, @Nullable String version) {
        if (version == null || version.equals(url.version())) {
            return url;
        }
        if (url.version() != null) {
            throw ParameterReader.value(versionName, "'" + version + "'", "'" + url.version() + "', as in " + url);
        }
        return new Canonical(url.url(), version);
    }

    /**
     * @throws org.fixator.issue.TerminologyException (400) where a parameter names another url than that of the instance
     *     that was asked
     */
    static void requireSame(OperationParameters in, String urlName, String instance) {
        Canonical url = in.canonical(urlName);
        if (url != null && !url.url().equals(instance)) {
            throw ParameterReader.value(urlName, "'" + url.url() + "'", "'" + instance + "', that of the instance");
        }
    }

    static @Nullable String version(OperationParameters in, String name) {
        String version = in.text(name);
        return CURRENT.equals(version) ? null : version;
    }
}
