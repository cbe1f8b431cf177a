package org.fixator.index;

import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/**
 * Ranked search by prefixes of words.
 *
 * <p>Concepts are numbered anew by <em>rank</em>: shorter displays first, then the order of the code system. All sets here
 * are of ranks, so that walking a set upwards walks it best first, and a page of it needs no sorting.
 *
 * <p>Layout. The distinct words of displays and names, folded ({@link Words}), sorted; for each its postings: the ranks of
 * its concepts, ascending, each with two flags (the word stands in the display; the display begins with it), as gaps in
 * variable-length bytes. Beside them the two mappings between ranks and ordinals, and {@link CodeOrder}. Cost: about 2
 * bytes for each word of each concept, 12 bytes a concept, and the distinct words.
 *
 * <p>A search takes the postings of all words that begin as asked (a range of the sorted words) into a bitmap for each
 * word of the query, or finds it among those that were made before ({@link PrefixSets}), and intersects. It costs about a
 * nanosecond for each posting read, {@code n / 64} for each intersection, and what is on the page or before it.
 */
public final class TextIndex {

    static final int IN_DISPLAY = 1;
    static final int FIRST_IN_DISPLAY = 2;
    static final int FLAGS = 2;

    private final TextSource source;
    private final CodeOrder codes;
    private final Texts words;
    private final int[] wordAddresses;
    private final int[] postingStarts;
    private final byte[] postings;
    private final int[] ordinalOfRank;
    private final int[] rankOfOrdinal;
    private final PrefixSets sets = new PrefixSets(this);

    TextIndex(TextSource source, CodeOrder codes, TextIndexBuilder built) {
        this.source = source;
        this.codes = codes;
        this.words = built.words();
        this.wordAddresses = built.wordAddresses();
        this.postingStarts = built.postingStarts();
        this.postings = built.postings();
        this.ordinalOfRank = built.ordinalOfRank();
        this.rankOfOrdinal = built.rankOfOrdinal();
    }

    private TextIndex(TextSource source, CodeOrder codes, ImageInput derived) {
        derived.section(Section.TEXT_INDEX);
        this.source = source;
        this.codes = codes;
        this.words = Texts.read(derived);
        this.wordAddresses = derived.ints();
        this.postingStarts = derived.ints();
        this.postings = derived.bytes();
        this.ordinalOfRank = derived.ints();
        this.rankOfOrdinal = derived.ints();
    }

    private TextIndex(TextIndex same, TextSource source, CodeOrder codes) {
        this.source = source;
        this.codes = codes;
        this.words = same.words;
        this.wordAddresses = same.wordAddresses;
        this.postingStarts = same.postingStarts;
        this.postings = same.postings;
        this.ordinalOfRank = same.ordinalOfRank;
        this.rankOfOrdinal = same.rankOfOrdinal;
    }

    /** The same index of the same texts and codes, which are stored elsewhere. */
    public TextIndex in(TextSource others, CodeOrder order) {
        return new TextIndex(this, others, order);
    }

    /** The derived part of an {@link Image}, without the order of the codes. */
    public void writeDerived(ImageOutput out) {
        out.section(Section.TEXT_INDEX);
        words.write(out);
        out.ints(wordAddresses);
        out.ints(postingStarts);
        out.bytes(postings);
        out.ints(ordinalOfRank);
        out.ints(rankOfOrdinal);
    }

    /** Reads what {@link #writeDerived} wrote. */
    public static TextIndex read(ImageInput derived, TextSource source, CodeOrder codes) {
        return new TextIndex(source, codes, derived);
    }

    public static TextIndex of(TextSource source, CodeOrder codes) {
        return new TextIndex(source, codes, new TextIndexBuilder(source));
    }

    /**
     * A page of the concepts whose code or texts match every word of a query by prefix. Best first: the exact code, codes
     * that begin so, displays that begin so, displays with all words, others; within each shorter displays first.
     *
     * @param within the concepts to search among
     * @param offset number of best concepts to leave out
     * @param count length of the page
     */
    public Page search(String text, OrdinalSet within, int offset, int count) {
        return new TextQuery(this, text).page(within, offset, count);
    }

    /**
     * @param ordinals of the concepts of the page, best first
     * @param total how many concepts match
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Page(int[] ordinals, int total) {}

    int size() {
        return ordinalOfRank.length;
    }

    int ordinal(int rank) {
        return ordinalOfRank[rank];
    }

    int rank(int ordinal) {
        return rankOfOrdinal[ordinal];
    }

    CodeOrder codes() {
        return codes;
    }

    /** Whether a display begins so. */
    boolean begins(int rank, FirstWords words) {
        return words.begin(source, ordinalOfRank[rank]);
    }

    PrefixSets sets() {
        return sets;
    }

    /** The postings of all words that begin so. */
    Postings postings(String prefix) {
        byte[] key = prefix.getBytes(StandardCharsets.UTF_8);
        return new Postings(bound(key, false), bound(key, true));
    }

    /** Postings of neighbouring words. */
    final class Postings {

        private final int from;
        private final int to;

        private Postings(int from, int to) {
            this.from = from;
            this.to = to;
        }

        /** Their size: at least one for each. */
        int bytes() {
            return postingStarts[to] - postingStarts[from];
        }

        /** Visits them: ranks with flags in the lower {@link #FLAGS} bits. */
        void forEach(IntConsumer visitor) {
            int at = postingStarts[from];
            for (int word = from; word < to; word++) {
                int end = postingStarts[word + 1];
                int posting = 0;
                while (at < end) {
                    int gap = 0;
                    int shift = 0;
                    byte b;
                    do {
                        b = postings[at++];
                        gap |= (b & 0x7f) << shift;
                        shift += 7;
                    } while (b < 0);
                    posting += gap;
                    visitor.accept(posting);
                }
            }
        }
    }

    private int bound(byte[] key, boolean afterPrefix) {
        int low = 0;
        int high = wordAddresses.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = words.compare(wordAddresses[middle], key, afterPrefix);
            if (order < 0 || (afterPrefix && order == 0)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
