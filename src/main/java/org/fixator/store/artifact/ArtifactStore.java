package org.fixator.store.artifact;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Set;

/** Keeps artifacts by their content. Safe for use by many threads. */
public interface ArtifactStore {

    /** Writes an artifact; may be called once. */
    @FunctionalInterface
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    /**
     * Keeps an artifact; one that is there already is not kept twice. When this returns it survives the loss of power.
     *
     * @return its SHA-256 in hexadecimal
     * @throws ArtifactException where there is no room for it; nothing of it is kept then
     */
    String put(Content content);

    /**
     * The bytes of an artifact, from position 0, mapped where that is possible. Files are not hashed again: what reads
     * them checks them.
     *
     * @throws ArtifactException where it is missing, or was fetched and is damaged
     */
    ByteBuffer read(String sha256);

    /** The hashes of all artifacts. */
    Set<String> list();

    /**
     * Removes what is not used. What another process may just be putting stays.
     *
     * @return how many were removed
     */
    int collect(Set<String> used);

    /**
     * Checks that there is room for so many bytes more, and some to spare.
     *
     * @throws org.fixator.issue.TerminologyException (507) where there is not
     */
    void requireSpace(long bytes);
}
