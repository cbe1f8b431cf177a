package org.fixator.conformance;

import org.jspecify.annotations.Nullable;

/** What one test said: passed, or why not. The reason is as the tests' runner gave it, not yet fit for the baseline. */
public record TestOutcome(String test, @Nullable String failure) {

    String suite() {
        return test.substring(0, test.indexOf('/'));
    }

    boolean passed() {
        return failure == null;
    }
}
