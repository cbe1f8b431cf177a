package org.fixator.app;

/**
 * Whether the heap is to be small or to have room, judged at every look: many collections since the last one are work, and
 * next to no processor time in several looks on end is rest. Who has rested and worked again has to rest twice as long, so
 * that work that comes and goes does not make the heap do so. Belongs to one thread.
 */
final class HeapDemand {

    /** Collections between two looks from which the server works. */
    private static final int WORK = 2;
    /** Share of one processor up to which the server rests. */
    private static final double REST = 0.05;

    private static final int FIRST_PATIENCE = 4;
    private static final int MOST_PATIENCE = 200;

    enum Change {
        NONE,
        ROOM,
        SMALL
    }

    private long collections;
    private int patience = FIRST_PATIENCE / 2;
    private int restful;
    private boolean roomy;

    /** @param collections how many there were at the start */
    HeapDemand(long collections) {
        this.collections = collections;
    }

    /**
     * @param now how many collections there have been
     * @param load processor time since the last look, as a share of one processor
     */
    Change look(long now, double load) {
        long since = now - collections;
        collections = now;
        if (!roomy) {
            if (since < WORK) {
                return Change.NONE;
            }
            roomy = true;
            restful = 0;
            patience = Math.min(patience * 2, MOST_PATIENCE);
            return Change.ROOM;
        }
        restful = load <= REST ? restful + 1 : 0;
        if (restful < patience) {
            return Change.NONE;
        }
        roomy = false;
        return Change.SMALL;
    }

    /** The collection that makes the heap small is no work. */
    void collected(long now) {
        collections = now;
    }
}
