package org.fixator.app;

/**
 * Whether the heap is to be small or to have room, judged by how often it is collected: many collections in a short time
 * are work, few in a long time are none. Belongs to one thread.
 */
final class HeapDemand {

    /** Collections between two looks from which the server works. */
    private static final int WORK = 2;
    /** Looks after which a server may be found to have had no work, and the collections that it may have had meanwhile. */
    static final int LONG = 120;

    private static final int FEW = 5;

    enum Change {
        NONE,
        ROOM,
        SMALL
    }

    private long collections;
    private long collectionsBefore;
    private int looks;
    private boolean roomy;

    /** @param collections how many there were at the start */
    HeapDemand(long collections) {
        this.collections = collections;
        this.collectionsBefore = collections;
    }

    /** @param now how many collections there have been */
    Change look(long now) {
        long since = now - collections;
        collections = now;
        if (!roomy) {
            if (since < WORK) {
                return Change.NONE;
            }
            roomy = true;
            restart();
            return Change.ROOM;
        }
        if (++looks < LONG) {
            return Change.NONE;
        }
        boolean idle = now - collectionsBefore <= FEW;
        restart();
        roomy = !idle;
        return idle ? Change.SMALL : Change.NONE;
    }

    private void restart() {
        looks = 0;
        collectionsBefore = collections;
    }
}
