package org.fixator.release;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator says beside the files.
 *
 * @param version the release's version; {@code null} to take it from the files, which is refused where they do not say it
 * @param licenceAccepted whether the operator stated that the publisher's licence is held
 * @param structureFrom files of another year whose chapters and notes may be borrowed; empty for none
 */
public record ReleaseOptions(@Nullable String version, boolean licenceAccepted, List<ReleaseFile> structureFrom) {

    /** Nothing said. */
    public static final ReleaseOptions NONE = new ReleaseOptions(null, false, List.of());

    public ReleaseOptions {
        structureFrom = List.copyOf(structureFrom);
    }

    public ReleaseOptions withVersion(@Nullable String other) {
        return new ReleaseOptions(other, licenceAccepted, structureFrom);
    }

    public ReleaseOptions withLicenceAccepted() {
        return new ReleaseOptions(version, true, structureFrom);
    }

    public ReleaseOptions withStructureFrom(List<ReleaseFile> files) {
        return new ReleaseOptions(version, licenceAccepted, files);
    }
}
