package org.fixator.catalog;

import java.time.Instant;
import java.util.List;

/**
 * Where a release came from.
 *
 * @param files the files it was read from
 * @param job id of the import job
 * @param importedAt when it was read
 */
public record Provenance(List<SourceFile> files, String job, Instant importedAt) {

    public Provenance {
        files = List.copyOf(files);
    }

    /**
     * @param name file name without folders
     * @param sha256 of its bytes, in hexadecimal
     * @param bytes its size
     */
    public record SourceFile(String name, String sha256, long bytes) {}
}
