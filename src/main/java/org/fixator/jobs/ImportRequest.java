package org.fixator.jobs;

import org.jspecify.annotations.Nullable;

/**
 * What an operator asks for, beside the files.
 *
 * @param kind of release
 * @param version the release's version; {@code null} to take it from the files
 * @param dryRun whether to report only
 * @param force whether a release may differ from its neighbour by more than {@link ImportRun#SHARE} of the codes
 * @param licenceAccepted whether the publisher's licence is held
 * @param replace whether resources that somebody else stored under the same canonical are replaced
 */
public record ImportRequest(
        String kind,
        @Nullable String version,
        boolean dryRun,
        boolean force,
        boolean licenceAccepted,
        boolean replace) {

    /** A release of a kind, with nothing else said. */
    public static ImportRequest of(String kind) {
        return new ImportRequest(kind, null, false, false, false, false);
    }
}
