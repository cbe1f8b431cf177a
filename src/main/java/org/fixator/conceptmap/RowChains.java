package org.fixator.conceptmap;

import java.util.Arrays;
import org.fixator.index.ImageInput;
import org.fixator.index.ImageOutput;

/** For each string the first row that has it, for each row the next with the same string. Immutable. */
final class RowChains {

    /** There is no further row. */
    static final int END = -1;

    private final int[] first;
    private final int[] next;

    private RowChains(int[] first, int[] next) {
        this.first = first;
        this.next = next;
    }

    /**
     * @param rows the string of each row, {@link StringPool#NONE} where it has none
     * @param strings how many there are
     */
    static RowChains of(int[] rows, int strings) {
        int[] first = new int[strings];
        int[] next = new int[rows.length];
        Arrays.fill(first, END);
        for (int row = rows.length - 1; row >= 0; row--) {
            if (rows[row] != StringPool.NONE) {
                next[row] = first[rows[row]];
                first[rows[row]] = row;
            }
        }
        return new RowChains(first, next);
    }

    /** Reads what {@link #write} wrote. */
    static RowChains read(ImageInput in) {
        return new RowChains(in.ints(), in.ints());
    }

    void write(ImageOutput out) {
        out.ints(first);
        out.ints(next);
    }

    /** The first row of a string, or {@link #END}; so also for {@link StringPool#NONE}. */
    int first(int string) {
        return string == StringPool.NONE ? END : first[string];
    }

    /** The next row with the string of this one, or {@link #END}. */
    int next(int row) {
        return next[row];
    }
}
