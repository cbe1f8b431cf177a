package org.fixator.store.artifact;

/** An artifact that is missing or damaged, or that cannot be kept because there is no room. */
public final class ArtifactException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ArtifactException(String message) {
        super(message);
    }

    static ArtifactException missing(String sha256) {
        return new ArtifactException("the artifact " + sha256 + " is missing");
    }

    static ArtifactException damaged(String sha256) {
        return new ArtifactException("the artifact " + sha256 + " is damaged: its bytes have another hash");
    }

    static ArtifactException noSpace(long needed, long usable) {
        return new ArtifactException("there is not enough space on the disk: " + megabytes(needed) + " MB are needed, "
                + megabytes(usable) + " MB are free");
    }

    private static long megabytes(long bytes) {
        return bytes / (1 << 20);
    }
}
