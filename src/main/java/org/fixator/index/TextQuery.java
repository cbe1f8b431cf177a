package org.fixator.index;

import java.util.List;
import org.fixator.index.PrefixSets.OfCodes;
import org.fixator.index.PrefixSets.OfWords;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * One search in a {@link TextIndex}: the concepts found by their code, in the order of codes, and after them by rank those
 * whose display begins so, those with all words in the display, and the others. The classes are told apart while they are
 * walked, so a page costs what is before it and itself, and the total one count of a union.
 */
final class TextQuery {

    private final TextIndex index;
    private final OfCodes codes;
    private final List<String> words;
    private final FirstWords first;
    private final OfWords found;

    TextQuery(TextIndex index, String text) {
        this.index = index;
        String query = text.strip();
        this.words = Words.of(query);
        this.first = new FirstWords(words);
        this.codes = query.isEmpty() ? OfCodes.NONE : codes(query);
        this.found = query.isEmpty() ? everything(index) : words.isEmpty() ? OfWords.NONE : match(query);
    }

    TextIndex.Page page(OrdinalSet within, int offset, int count) {
        OrdinalSet limits = within.size() == index.size() ? null : within;
        Pager pager = new Pager(limits, offset, count);
        pager.takeCodes();
        pager.takeDisplaysThatBegin();
        pager.takeDisplays();
        pager.takeOthers();
        return new TextIndex.Page(pager.page.toArray(), total(limits));
    }

    private int total(@Nullable OrdinalSet within) {
        boolean byCode = !codes.ranks().isEmpty();
        if (within == null) {
            return byCode
                    ? RoaringBitmap.orCardinality(found.anywhere(), codes.ranks())
                    : found.anywhere().getCardinality();
        }
        int total = 0;
        RoaringBitmap either = byCode ? RoaringBitmap.or(found.anywhere(), codes.ranks()) : found.anywhere();
        IntIterator all = either.getIntIterator();
        while (all.hasNext()) {
            if (within.contains(index.ordinal(all.next()))) {
                total++;
            }
        }
        return total;
    }

    /** Leaves out what comes before the page, and stops when the page is full. */
    private final class Pager {

        private final @Nullable OrdinalSet within;
        private final int count;
        private final Ints page = new Ints();
        private int skip;

        Pager(@Nullable OrdinalSet within, int offset, int count) {
            this.within = within;
            this.skip = offset;
            this.count = count;
        }

        void takeCodes() {
            int[] ordinals = codes.ordinals();
            for (int i = 0; i < ordinals.length && !isFull(); i++) {
                take(ordinals[i]);
            }
        }

        void takeDisplaysThatBegin() {
            RoaringBitmap candidates =
                    words.size() == 1 ? found.first() : RoaringBitmap.and(found.first(), found.inDisplay());
            for (IntIterator ranks = candidates.getIntIterator(); ranks.hasNext() && !isFull(); ) {
                int rank = ranks.next();
                if (!codes.ranks().contains(rank) && begins(rank)) {
                    take(index.ordinal(rank));
                }
            }
        }

        void takeDisplays() {
            for (IntIterator ranks = found.inDisplay().getIntIterator(); ranks.hasNext() && !isFull(); ) {
                int rank = ranks.next();
                if (!codes.ranks().contains(rank) && !(found.first().contains(rank) && begins(rank))) {
                    take(index.ordinal(rank));
                }
            }
        }

        @SuppressWarnings("ReferenceEquality") // says that both sets are the same
        void takeOthers() {
            if (found.anywhere() == found.inDisplay()) {
                return;
            }
            for (IntIterator ranks = found.anywhere().getIntIterator(); ranks.hasNext() && !isFull(); ) {
                int rank = ranks.next();
                if (!codes.ranks().contains(rank) && !found.inDisplay().contains(rank)) {
                    take(index.ordinal(rank));
                }
            }
        }

        private boolean isFull() {
            return page.size() >= count;
        }

        private void take(int ordinal) {
            if (within == null || within.contains(ordinal)) {
                if (skip > 0) {
                    skip--;
                } else {
                    page.add(ordinal);
                }
            }
        }
    }

    /** Of a rank whose display has all words, and the first of them first. */
    private boolean begins(int rank) {
        return words.size() == 1 || index.begins(rank, first);
    }

    /** The code that is written exactly so, then those with the same letters and digits, then those that begin so. */
    private OfCodes codes(String text) {
        OfCodes begins = index.sets().codes(Folding.skeleton(text));
        int exact = index.codes().find(text);
        boolean comesFirst = begins.ordinals().length > 0 && begins.ordinals()[0] == exact;
        return exact == CodeDictionary.NONE || comesFirst ? begins : begins.first(exact, index.rank(exact));
    }

    /** A part between blanks matches by its words, or as the beginning of a code ({@code S82.251}). */
    private OfWords match(String text) {
        OfWords all = null;
        for (String part : text.split("\\s+", -1)) {
            List<String> ofPart = Words.of(part);
            if (!ofPart.isEmpty()) {
                OfWords match = orCode(words(ofPart), index.sets().codes(Folding.skeleton(part)));
                all = all == null ? match : and(all, match);
            }
        }
        return all == null ? OfWords.NONE : all;
    }

    private OfWords words(List<String> ofPart) {
        OfWords all = index.sets().words(ofPart.get(0));
        for (String word : ofPart.subList(1, ofPart.size())) {
            all = and(all, index.sets().words(word));
        }
        return all;
    }

    private static OfWords orCode(OfWords match, OfCodes codes) {
        if (codes.ordinals().length == 0) {
            return match;
        }
        return new OfWords(RoaringBitmap.or(match.anywhere(), codes.ranks()), match.inDisplay(), match.first());
    }

    /** What comes first is asked of the first word only. */
    @SuppressWarnings("ReferenceEquality") // says that both sets are the same
    private static OfWords and(OfWords one, OfWords other) {
        RoaringBitmap anywhere = RoaringBitmap.and(one.anywhere(), other.anywhere());
        boolean same = one.anywhere() == one.inDisplay() && other.anywhere() == other.inDisplay();
        RoaringBitmap inDisplay = same ? anywhere : RoaringBitmap.and(one.inDisplay(), other.inDisplay());
        return new OfWords(anywhere, inDisplay, one.first());
    }

    private static OfWords everything(TextIndex index) {
        RoaringBitmap all = new RoaringBitmap();
        all.add(0L, index.size());
        return new OfWords(all, all, new RoaringBitmap());
    }
}
