package org.fixator.release;

/**
 * How much one source may hold, so that a small archive cannot fill memory or disk.
 *
 * @param entries number of files
 * @param entryBytes size of one file, uncompressed
 * @param totalBytes size of all files together, uncompressed
 * @param ratio how many times its compressed size an archive may unpack to, once it is larger than a few MB
 */
public record PackageLimits(int entries, long entryBytes, long totalBytes, int ratio) {

    /** Enough for every published FHIR package and for the largest code systems as one resource. */
    public static final PackageLimits DEFAULT = new PackageLimits(200_000, 1L << 30, 8L << 30, 200);
}
