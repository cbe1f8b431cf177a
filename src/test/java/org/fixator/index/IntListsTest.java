package org.fixator.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntListsTest {

    private static IntLists of(List<List<Integer>> lists) {
        Ints keys = new Ints();
        Ints entries = new Ints();
        for (int key = lists.size() - 1; key >= 0; key--) {
            for (int entry : lists.get(key)) {
                keys.add(key);
                entries.add(entry);
            }
        }
        return IntLists.of(lists.size(), keys, entries);
    }

    private static List<List<Integer>> read(IntLists lists) {
        List<List<Integer>> all = new ArrayList<>();
        for (int key = 0; key < lists.size(); key++) {
            List<Integer> list = new ArrayList<>();
            for (int i = lists.start(key); i < lists.end(key); i++) {
                list.add(lists.entry(i));
            }
            assertThat(lists.count(key)).isEqualTo(list.size());
            all.add(list);
        }
        return all;
    }

    private static List<List<Integer>> transposed(List<List<Integer>> lists, int entries) {
        List<List<Integer>> inverse = new ArrayList<>();
        for (int entry = 0; entry < entries; entry++) {
            List<Integer> keys = new ArrayList<>();
            for (int key = 0; key < lists.size(); key++) {
                for (int other : lists.get(key)) {
                    if (other == entry) {
                        keys.add(key);
                    }
                }
            }
            inverse.add(keys);
        }
        return inverse;
    }

    @Test
    void listsOfAnyLengthsAreReadAsTheyWereGiven() {
        Random random = new Random(1);
        for (int run = 0; run < 300; run++) {
            int shortest = random.nextInt(3);
            int longest = shortest + (run % 2 == 0 ? 0 : random.nextInt(3));
            List<List<Integer>> lists = new ArrayList<>();
            for (int key = random.nextInt(6); key > 0; key--) {
                List<Integer> list = new ArrayList<>();
                for (int i = shortest + random.nextInt(longest - shortest + 1); i > 0; i--) {
                    list.add(random.nextInt(5));
                }
                lists.add(list);
            }
            IntLists made = of(lists);
            assertThat(read(made)).isEqualTo(lists);
            assertThat(read(made.transpose(5))).isEqualTo(transposed(lists, 5));
            assertThat(read(made.map(entry -> entry + 1)))
                    .isEqualTo(lists.stream()
                            .map(list -> list.stream().map(entry -> entry + 1).toList())
                            .toList());
        }
    }

    @Test
    void parallelListsHaveTheSameLengths() {
        Ints keys = new Ints();
        Ints entries = new Ints();
        for (int i = 0; i < 6; i++) {
            keys.add(i % 3);
            entries.add(i);
        }
        IntLists lists = IntLists.of(3, keys, entries);
        Ints others = new Ints();
        for (int i = 0; i < 6; i++) {
            others.add(10 * i);
        }
        assertThat(read(lists)).containsExactly(List.of(0, 3), List.of(1, 4), List.of(2, 5));
        assertThat(read(lists.parallel(keys, others)))
                .containsExactly(List.of(0, 30), List.of(10, 40), List.of(20, 50));
    }
}
