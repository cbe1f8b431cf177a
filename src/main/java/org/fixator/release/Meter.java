package org.fixator.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what one source has given so far and refuses more than its limits. */
final class Meter {

    /** Below this size the ratio of an archive says nothing: text compresses well at its beginning. */
    private static final long RATIO_FROM = 16L << 20;

    private final PackageLimits limits;
    private int entries;
    private long total;

    Meter(PackageLimits limits) {
        this.limits = limits;
    }

    void entry(String origin) {
        if (++entries > limits.entries()) {
            throw new ReleaseException(origin, "there are more than " + limits.entries() + " files");
        }
    }

    /** All bytes of an entry. */
    byte[] bytes(String origin, InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            count(origin, n, bytes.size() + (long) n);
            bytes.write(buffer, 0, n);
        }
        return bytes.toByteArray();
    }

    /** {@code more} bytes were read, which makes {@code size} of the piece that has to fit into memory. */
    void count(String origin, long more, long size) {
        total += Math.max(0, more);
        if (size > limits.entryBytes()) {
            throw new ReleaseException(origin, "it is larger than " + limits.entryBytes() + " bytes");
        }
        if (total > limits.totalBytes()) {
            throw new ReleaseException(origin, "all files together are larger than " + limits.totalBytes() + " bytes");
        }
    }

    /** Checks how much an archive has unpacked to. */
    void ratio(String archive, long compressed, long uncompressed) {
        if (uncompressed > RATIO_FROM && uncompressed / Math.max(1, compressed) > limits.ratio()) {
            throw new ReleaseException(
                    archive, "it unpacks to more than " + limits.ratio() + " times its size, so it is not unpacked");
        }
    }
}
