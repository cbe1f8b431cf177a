package org.fixator.codesystem.closure;

/**
 * How large a closure table may become.
 *
 * @param concepts in a table
 * @param relations in a table
 */
public record ClosureLimits(int concepts, int relations) {

    /** Enough for the codes that a hospital uses; two concepts of one system are compared when either comes. */
    public static final ClosureLimits DEFAULT = new ClosureLimits(20_000, 1_000_000);
}
