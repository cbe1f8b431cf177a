package org.fixator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.fixator.app.HeapDemand.Change;
import org.junit.jupiter.api.Test;

class HeapDemandTest {

    private final HeapDemand demand = new HeapDemand(10);

    private List<Change> looks(int looks, int from, int collectionsEach) {
        return IntStream.range(0, looks)
                .mapToObj(look -> demand.look(from + (long) collectionsEach * (look + 1)))
                .distinct()
                .toList();
    }

    @Test
    void aServerThatIsNotAskedStaysSmall() {
        assertThat(looks(3 * HeapDemand.LONG, 10, 0)).containsExactly(Change.NONE);
        assertThat(looks(50, 10, 1)).containsExactly(Change.NONE);
    }

    @Test
    void workGivesRoomOnce() {
        assertThat(demand.look(12)).isEqualTo(Change.ROOM);
        assertThat(looks(3 * HeapDemand.LONG, 12, 2)).containsExactly(Change.NONE);
    }

    @Test
    void littleWorkInARoomyHeapKeepsTheRoom() {
        demand.look(12);
        assertThat(looks(3 * HeapDemand.LONG, 12, 1)).containsExactly(Change.NONE);
    }

    @Test
    void aLongTimeWithoutWorkMakesItSmallUntilWorkComes() {
        demand.look(12);
        assertThat(looks(HeapDemand.LONG - 1, 12, 0)).containsExactly(Change.NONE);
        assertThat(demand.look(14)).isEqualTo(Change.SMALL);
        assertThat(demand.look(15)).isEqualTo(Change.NONE);
        assertThat(demand.look(17)).isEqualTo(Change.ROOM);
    }
}
