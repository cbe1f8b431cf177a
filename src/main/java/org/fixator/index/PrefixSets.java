package org.fixator.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.RoaringBitmap;

/**
 * The ranks of a {@link TextIndex} that have a word, or a code, with a certain beginning. A beginning that many concepts
 * share is what people type first and most, and takes the longest to collect: its sets are kept. They are part of the
 * index, like the postings that they are made of; when they take more than {@link #BYTES_EACH} bytes a concept, all are
 * forgotten.
 */
final class PrefixSets {

    private static final int BYTES_EACH = 64;
    private static final int LEAST_BYTES = 1 << 18;

    /** Fewer postings than this are read again every time. */
    private static final int WORTH_KEEPING = 64;

    /** From this many postings on, collecting in a bit set of all ranks is cheaper than sorting them. */
    private static final int MANY = 4096;

    private final TextIndex index;
    private final Map<String, OfWords> words = new ConcurrentHashMap<>();
    private final Map<String, OfCodes> codes = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    PrefixSets(TextIndex index) {
        this.index = index;
    }

    /**
     * Ranks with a word that begins so. Nobody changes the sets.
     *
     * @param anywhere in any text
     * @param inDisplay in the display; the very object {@code anywhere} where that is the same
     * @param first as the first word of the display
     */
    record OfWords(RoaringBitmap anywhere, RoaringBitmap inDisplay, RoaringBitmap first) {

        static final OfWords NONE = new OfWords(new RoaringBitmap(), new RoaringBitmap(), new RoaringBitmap());

        long bytes() {
            return anywhere.getLongSizeInBytes() + inDisplay.getLongSizeInBytes() + first.getLongSizeInBytes();
        }
    }

    /**
     * Codes that begin so.
     *
     * @param ordinals in the order of codes
     * @param ranks the same concepts by rank
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record OfCodes(int[] ordinals, RoaringBitmap ranks) {

        static final OfCodes NONE = new OfCodes(new int[0], new RoaringBitmap());

        OfCodes first(int exact, int rank) {
            int[] all = new int[ordinals.length + 1];
            all[0] = exact;
            int size = 1;
            for (int ordinal : ordinals) {
                if (ordinal != exact) {
                    all[size++] = ordinal;
                }
            }
            return new OfCodes(Arrays.copyOf(all, size), RoaringBitmap.or(ranks, RoaringBitmap.bitmapOf(rank)));
        }
    }

    OfWords words(String prefix) {
        OfWords known = words.get(prefix);
        if (known != null) {
            return known;
        }
        TextIndex.Postings postings = index.postings(prefix);
        OfWords made = postings.bytes() >= MANY ? dense(postings) : sparse(postings);
        if (postings.bytes() >= WORTH_KEEPING) {
            keep(made.bytes());
            words.put(prefix, made);
        }
        return made;
    }

    /** @param skeleton letters and digits that a code begins with */
    OfCodes codes(String skeleton) {
        OfCodes known = codes.get(skeleton);
        if (known != null) {
            return known;
        }
        int[] ordinals = skeleton.isEmpty() ? new int[0] : index.codes().beginning(skeleton, Integer.MAX_VALUE);
        int[] ranks = new int[ordinals.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = index.rank(ordinals[i]);
        }
        OfCodes made = new OfCodes(ordinals, RoaringBitmap.bitmapOfUnordered(ranks));
        if (ordinals.length >= WORTH_KEEPING) {
            keep(made.ranks().getLongSizeInBytes() + 4L * ordinals.length);
            codes.put(skeleton, made);
        }
        return made;
    }

    private void keep(long more) {
        long limit = Math.max(LEAST_BYTES, (long) BYTES_EACH * index.size());
        if (bytes.addAndGet(more) > limit) {
            words.clear();
            codes.clear();
            bytes.set(more);
        }
    }

    private OfWords dense(TextIndex.Postings postings) {
        BitSet anywhere = new BitSet(index.size());
        BitSet inDisplay = new BitSet(index.size());
        BitSet first = new BitSet(index.size());
        postings.forEach(posting -> {
            int rank = posting >>> TextIndex.FLAGS;
            anywhere.set(rank);
            if ((posting & TextIndex.IN_DISPLAY) != 0) {
                inDisplay.set(rank);
            }
            if ((posting & TextIndex.FIRST_IN_DISPLAY) != 0) {
                first.set(rank);
            }
        });
        return of(BitSetUtil.bitmapOf(anywhere), BitSetUtil.bitmapOf(inDisplay), BitSetUtil.bitmapOf(first));
    }

    private static OfWords sparse(TextIndex.Postings postings) {
        Ints anywhere = new Ints();
        Ints inDisplay = new Ints();
        Ints first = new Ints();
        postings.forEach(posting -> {
            int rank = posting >>> TextIndex.FLAGS;
            anywhere.add(rank);
            if ((posting & TextIndex.IN_DISPLAY) != 0) {
                inDisplay.add(rank);
            }
            if ((posting & TextIndex.FIRST_IN_DISPLAY) != 0) {
                first.add(rank);
            }
        });
        return of(
                RoaringBitmap.bitmapOfUnordered(anywhere.toArray()),
                RoaringBitmap.bitmapOfUnordered(inDisplay.toArray()),
                RoaringBitmap.bitmapOfUnordered(first.toArray()));
    }

    private static OfWords of(RoaringBitmap anywhere, RoaringBitmap inDisplay, RoaringBitmap first) {
        boolean same = anywhere.getCardinality() == inDisplay.getCardinality();
        return new OfWords(anywhere, same ? anywhere : inDisplay, first);
    }
}
