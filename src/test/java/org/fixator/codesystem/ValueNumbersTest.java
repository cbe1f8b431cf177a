package org.fixator.codesystem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class ValueNumbersTest {

    @Test
    void eachValueIsFoundByItsHash() {
        ValueNumbers numbers = ValueNumbers.of(1_000, ValueNumbersTest::ofItsText);
        for (int value = 0; value < 1_000; value++) {
            assertThat(search(numbers, ofItsText(value))).contains(value);
        }
    }

    @Test
    void aSearchEndsWhereNothingStands() {
        assertThat(search(ValueNumbers.of(0, ValueNumbersTest::ofItsText), 7)).isEmpty();
        assertThat(search(ValueNumbers.of(12, ValueNumbersTest::ofItsText), 7)).hasSizeLessThan(12);
    }

    @Test
    void valuesOfOneHashAreAllFoundInTheirOrder() {
        assertThat(search(ValueNumbers.of(5, value -> 15), 15)).containsExactly(0, 1, 2, 3, 4);
    }

    /** An image holds the table, so it must not matter how it came to be. */
    @Test
    void addedOneByOneTheyStandWhereTheyWouldAllAtOnce() {
        for (IntUnaryOperator hashes : List.<IntUnaryOperator>of(ValueNumbersTest::ofItsText, value -> 15)) {
            ValueNumbers.Builder builder = new ValueNumbers.Builder(hashes);
            for (int size = 1; size <= 200; size++) {
                assertThat(builder.add(hashes.applyAsInt(size - 1))).isEqualTo(size - 1);
                assertThat(layout(builder.numbers())).isEqualTo(layout(ValueNumbers.of(size, hashes)));
            }
        }
    }

    private static List<Integer> search(ValueNumbers numbers, int hash) {
        List<Integer> found = new ArrayList<>();
        for (int slot = numbers.first(hash); numbers.at(slot) != ValueNumbers.NONE; slot = numbers.next(slot)) {
            found.add(numbers.at(slot));
        }
        return found;
    }

    private static List<Integer> layout(ValueNumbers numbers) {
        List<Integer> layout = new ArrayList<>();
        int slot = 0;
        do {
            layout.add(numbers.at(slot));
            slot = numbers.next(slot);
        } while (slot != 0);
        return layout;
    }

    private static int ofItsText(int value) {
        return ValueNumbers.hash(value % 3, ("value " + value).getBytes(UTF_8));
    }
}
