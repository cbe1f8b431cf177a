package org.fixator.cli;

import org.jspecify.annotations.Nullable;

/** A way to the operations. */
interface Connection extends AutoCloseable {

    /**
     * Calls an operation.
     *
     * @param method {@code GET}, {@code POST} or {@code DELETE}
     * @param type resource type; {@code null} for an operation of the system
     */
    Reply call(String method, @Nullable String type, String operation, Query query);

    @Override
    void close();
}
