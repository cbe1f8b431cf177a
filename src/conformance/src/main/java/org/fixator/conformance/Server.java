package org.fixator.conformance;

import java.net.URI;

/** A server to be tested. Closing it stops what was started for it, and nothing else. */
public interface Server extends AutoCloseable {
    URI root();

    @Override
    void close();

    /** One that somebody else runs. */
    static Server at(URI root) {
        return new Server() {
            @Override
            public URI root() {
                return root;
            }

            @Override
            public void close() {
                // not ours
            }
        };
    }
}
