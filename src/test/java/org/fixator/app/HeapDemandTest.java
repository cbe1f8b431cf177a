package org.fixator.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.fixator.app.HeapDemand.Change;
import org.junit.jupiter.api.Test;

class HeapDemandTest {

    private static final double REST = 0.01;
    private static final double WORK = 0.8;

    private final HeapDemand demand = new HeapDemand(0);
    private long collections;

    private Change look(int collected, double load) {
        collections += collected;
        return demand.look(collections, load);
    }

    /** Looks at a resting server until it is to be small; how many it took. */
    private int looksUntilSmall() {
        int looks = 1;
        while (look(0, REST) != Change.SMALL) {
            looks++;
        }
        return looks;
    }

    @Test
    void aServerThatCollectsLittleStaysSmall() {
        for (int i = 0; i < 500; i++) {
            assertThat(look(i % 2, i % 3 == 0 ? WORK : REST)).isEqualTo(Change.NONE);
        }
    }

    @Test
    void workGivesRoomOnce() {
        assertThat(look(2, WORK)).isEqualTo(Change.ROOM);
        for (int i = 0; i < 500; i++) {
            assertThat(look(2, WORK)).isEqualTo(Change.NONE);
        }
    }

    @Test
    void workThatNeedsNoCollectionKeepsTheRoom() {
        look(2, WORK);
        for (int i = 0; i < 500; i++) {
            assertThat(look(0, i % 3 == 0 ? WORK : REST)).isEqualTo(Change.NONE);
        }
    }

    @Test
    void restMakesItSmallAndEveryNextTimeItTakesTwiceAsLong() {
        int[] looks = new int[8];
        for (int i = 0; i < looks.length; i++) {
            assertThat(look(5, WORK)).isEqualTo(Change.ROOM);
            looks[i] = looksUntilSmall();
        }
        assertThat(looks).containsExactly(4, 8, 16, 32, 64, 128, 200, 200);
    }

    @Test
    void theCollectionThatMakesItSmallIsNoWork() {
        look(2, WORK);
        looksUntilSmall();
        collections += 2;
        demand.collected(collections);
        assertThat(look(0, REST)).isEqualTo(Change.NONE);
    }
}
