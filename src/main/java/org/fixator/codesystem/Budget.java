package org.fixator.codesystem;

import org.fixator.issue.TerminologyException;

/**
 * How much a request may cost. Loops over concepts call {@link #check()} now and then.
 */
public interface Budget {

    /** No limit, for tests and for work that no client waits for. */
    Budget UNLIMITED = new Budget() {
        @Override
        public void check() {}

        @Override
        public int maximumExpansion() {
            return Integer.MAX_VALUE;
        }
    };

    /**
     * @throws TerminologyException when the time is used up or the client has gone
     */
    void check();

    /** The largest number of concepts that one expansion may hold. */
    int maximumExpansion();
}
