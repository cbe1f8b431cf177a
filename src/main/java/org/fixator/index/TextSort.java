package org.fixator.index;

import java.util.Arrays;

/**
 * Sorts ids by texts: multikey quicksort (Bentley and Sedgewick, 1997), which looks at each byte of a common prefix once.
 * Ids with equal texts keep their own order.
 */
final class TextSort {

    private static final int SMALL = 12;

    private final Texts texts;
    private final int[] addresses;
    private final int[] ids;

    private TextSort(Texts texts, int[] addresses, int[] ids) {
        this.texts = texts;
        this.addresses = addresses;
        this.ids = ids;
    }

    /**
     * @param addresses address of the text of each id
     * @return the ids {@code 0 .. addresses.length - 1}, sorted
     */
    static int[] sorted(Texts texts, int[] addresses) {
        int[] ids = new int[addresses.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = i;
        }
        new TextSort(texts, addresses, ids).sort(0, ids.length, 0);
        return ids;
    }

    private void sort(int start, int stop, int depth) {
        int from = start;
        int to = stop;
        int at = depth;
        while (to - from > SMALL) {
            int pivot = median(byteOf(from, at), byteOf((from + to) >>> 1, at), byteOf(to - 1, at));
            int less = from;
            int more = to;
            int i = from;
            while (i < more) {
                int b = byteOf(i, at);
                if (b < pivot) {
                    swap(i++, less++);
                } else if (b > pivot) {
                    swap(i, --more);
                } else {
                    i++;
                }
            }
            sort(from, less, at);
            sort(more, to, at);
            if (pivot < 0) {
                Arrays.sort(ids, less, more);
                return;
            }
            from = less;
            to = more;
            at++;
        }
        insertionSort(from, to, at);
    }

    private void insertionSort(int from, int to, int depth) {
        for (int i = from + 1; i < to; i++) {
            for (int j = i; j > from && isLess(ids[j], ids[j - 1], depth); j--) {
                swap(j, j - 1);
            }
        }
    }

    private boolean isLess(int a, int b, int depth) {
        for (int i = depth; ; i++) {
            int first = texts.byteAt(addresses[a], i);
            int second = texts.byteAt(addresses[b], i);
            if (first != second) {
                return first < second;
            }
            if (first < 0) {
                return a < b;
            }
        }
    }

    private int byteOf(int index, int depth) {
        return texts.byteAt(addresses[ids[index]], depth);
    }

    private void swap(int i, int j) {
        int id = ids[i];
        ids[i] = ids[j];
        ids[j] = id;
    }

    private static int median(int a, int b, int c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
