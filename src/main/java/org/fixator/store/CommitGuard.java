package org.fixator.store;

import java.util.List;

/**
 * May refuse a transaction's changes before they are committed. From the check to the end of the commit and of its
 * listeners no other change is checked, so what it verified still holds when the change becomes visible.
 */
public interface CommitGuard {
    /** Throws {@link CommitRefused} to roll the whole transaction back. */
    void check(List<StoredChange> changes);
}
