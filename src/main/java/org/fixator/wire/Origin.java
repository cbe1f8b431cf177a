package org.fixator.wire;

import java.util.List;
import org.fixator.coding.Canonical;
import org.jspecify.annotations.Nullable;

/**
 * Where something that an answer used comes from.
 *
 * @param canonical the code system or map, with its version
 * @param release id of the release; {@code null} for what was stored as a resource or is part of the server
 * @param title of the release
 * @param licence of its publisher
 * @param job id of the import
 * @param imported when, as an instant
 * @param files what it was read from
 */
public record Origin(
        Canonical canonical,
        @Nullable String release,
        @Nullable String title,
        @Nullable String licence,
        @Nullable String job,
        @Nullable String imported,
        List<File> files) {

    public Origin {
        files = List.copyOf(files);
    }

    /** A file and its checksum. */
    public record File(String name, String sha256) {}

    /** Something that no release brought. */
    public static Origin unknown(Canonical canonical) {
        return new Origin(canonical, null, null, null, null, null, List.of());
    }
}
