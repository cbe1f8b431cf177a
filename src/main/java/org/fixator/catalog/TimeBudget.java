package org.fixator.catalog;

import java.time.Duration;
import org.fixator.codesystem.Budget;
import org.fixator.issue.CatalogMessages;
import org.fixator.issue.TerminologyException;

/** The budget of one request: a deadline, the largest expansion, and the cancellation of its thread. */
final class TimeBudget implements Budget {

    private final Duration limit;
    private final int maximumExpansion;
    private final long begin = System.nanoTime();

    TimeBudget(Duration limit, int maximumExpansion) {
        this.limit = limit;
        this.maximumExpansion = maximumExpansion;
    }

    @Override
    public void check() {
        if (System.nanoTime() - begin > limit.toNanos()) {
            throw new TerminologyException(CatalogMessages.timeLimit(limit.toSeconds()));
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new TerminologyException(CatalogMessages.cancelled());
        }
    }

    @Override
    public int maximumExpansion() {
        return maximumExpansion;
    }
}
