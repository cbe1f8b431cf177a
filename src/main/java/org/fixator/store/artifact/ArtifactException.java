package org.fixator.store.artifact;

/** An artifact that is missing or damaged. */
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
}
