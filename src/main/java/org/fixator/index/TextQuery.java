package org.fixator.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One search in a {@link TextIndex}: the concepts found by their code, in the order of codes, and after them sets of ranks,
 * one for each class of match, best class first.
 */
final class TextQuery {

    private final TextIndex index;
    private final int[] codes;
    private final List<BitSet> classes;

    TextQuery(TextIndex index, String text) {
        this.index = index;
        this.codes = text.isBlank() ? new int[0] : codes(text.strip());
        this.classes = text.isBlank() ? List.of(everything(index)) : classes(text.strip());
    }

    TextIndex.Page page(OrdinalSet within, int offset, int count) {
        Pager pager = new Pager(within.size() == index.size() ? null : within, offset, count);
        pager.take(codes);
        for (BitSet ranks : classes) {
            pager.take(ranks);
        }
        return new TextIndex.Page(pager.page.toArray(), pager.total);
    }

    /** Counts what is within, and keeps what is on the page. Where everything is within, only the page is walked. */
    private final class Pager {

        private final @Nullable OrdinalSet within;
        private final int offset;
        private final int count;
        private final Ints page = new Ints();
        private int total;

        Pager(@Nullable OrdinalSet within, int offset, int count) {
            this.within = within;
            this.offset = offset;
            this.count = count;
        }

        void take(int[] ordinals) {
            int before = total;
            for (int i = 0; i < ordinals.length && isNeeded(); i++) {
                take(ordinals[i]);
            }
            if (within == null) {
                total = before + ordinals.length;
            }
        }

        void take(BitSet ranks) {
            int before = total;
            for (int rank = ranks.nextSetBit(0); rank >= 0 && isNeeded(); rank = ranks.nextSetBit(rank + 1)) {
                take(index.ordinal(rank));
            }
            if (within == null) {
                total = before + ranks.cardinality();
            }
        }

        private boolean isNeeded() {
            return within != null || page.size() < count;
        }

        private void take(int ordinal) {
            if (within == null || within.contains(ordinal)) {
                if (total >= offset && page.size() < count) {
                    page.add(ordinal);
                }
                total++;
            }
        }
    }

    /** The code that is written exactly so, then those with the same letters and digits, then those that begin so. */
    private int[] codes(String text) {
        String skeleton = Folding.skeleton(text);
        int exact = index.codes().find(text);
        int[] begins = skeleton.isEmpty() ? new int[0] : index.codes().beginning(skeleton, Integer.MAX_VALUE);
        if (exact == CodeDictionary.NONE) {
            return begins;
        }
        return IntStream.concat(IntStream.of(exact), Arrays.stream(begins).filter(ordinal -> ordinal != exact))
                .toArray();
    }

    private List<BitSet> classes(String text) {
        List<String> words = Words.of(text);
        if (words.isEmpty()) {
            return List.of();
        }
        Match match = match(text);
        List<BitSet> ordered = List.of(beginning(words, match.inDisplay()), match.inDisplay(), match.anywhere());
        BitSet taken = ranks(codes);
        for (BitSet ranks : ordered) {
            ranks.andNot(taken);
            taken.or(ranks);
        }
        return ordered;
    }

    /** Ranks that match every word: in the display alone, and in any text or the code. */
    private record Match(BitSet inDisplay, BitSet anywhere) {

        void and(Match other) {
            inDisplay.and(other.inDisplay);
            anywhere.and(other.anywhere);
        }
    }

    /** A part between blanks matches by its words, or as the beginning of a code ({@code S82.251}). */
    private Match match(String text) {
        Match all = null;
        for (String part : text.split("\\s+", -1)) {
            List<String> words = Words.of(part);
            if (!words.isEmpty()) {
                Match match = words(words);
                match.anywhere().or(ranks(index.codes().beginning(Folding.skeleton(part), Integer.MAX_VALUE)));
                if (all == null) {
                    all = match;
                } else {
                    all.and(match);
                }
            }
        }
        return all == null ? new Match(new BitSet(), new BitSet()) : all;
    }

    private Match words(List<String> words) {
        Match all = word(words.get(0));
        for (String word : words.subList(1, words.size())) {
            all.and(word(word));
        }
        return all;
    }

    private Match word(String prefix) {
        Match match = new Match(new BitSet(index.size()), new BitSet(index.size()));
        index.forEachPosting(prefix, posting -> {
            int rank = posting >>> TextIndex.FLAGS;
            match.anywhere().set(rank);
            if ((posting & TextIndex.IN_DISPLAY) != 0) {
                match.inDisplay().set(rank);
            }
        });
        return match;
    }

    /** Ranks whose display begins with the words; only those that match and begin with the first word are read. */
    private BitSet beginning(List<String> words, BitSet inDisplay) {
        BitSet candidates = new BitSet(index.size());
        index.forEachPosting(words.get(0), posting -> {
            if ((posting & TextIndex.FIRST_IN_DISPLAY) != 0) {
                candidates.set(posting >>> TextIndex.FLAGS);
            }
        });
        candidates.and(inDisplay);
        if (words.size() == 1) {
            return candidates;
        }
        BitSet found = new BitSet(index.size());
        candidates.stream().filter(rank -> index.begins(rank, words)).forEach(found::set);
        return found;
    }

    private BitSet ranks(int[] ordinals) {
        BitSet ranks = new BitSet(index.size());
        for (int ordinal : ordinals) {
            ranks.set(index.rank(ordinal));
        }
        return ranks;
    }

    private static BitSet everything(TextIndex index) {
        BitSet all = new BitSet(index.size());
        all.set(0, index.size());
        return all;
    }
}
