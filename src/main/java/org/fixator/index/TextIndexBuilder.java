package org.fixator.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds what a {@link TextIndex} holds, in one pass over the texts in the order of their ranks. */
final class TextIndexBuilder {

    private static final int LONGEST_COUNTED = 4096;

    private final Texts.Builder store = new Texts.Builder();
    private final Ints addresses = new Ints();
    private int[] table = new int[1024];
    private final Ints lastEntry = new Ints();
    private final Ints entryWords = new Ints();
    private final Ints entries = new Ints();

    private final int[] ordinalOfRank;
    private final int[] rankOfOrdinal;
    private final Texts words;
    private final int[] wordAddresses;
    private final int[] postingStarts;
    private byte[] postings = new byte[64];
    private int end;

    TextIndexBuilder(TextSource source) {
        ordinalOfRank = ranked(source);
        rankOfOrdinal = new int[ordinalOfRank.length];
        for (int rank = 0; rank < ordinalOfRank.length; rank++) {
            rankOfOrdinal[ordinalOfRank[rank]] = rank;
            collect(source, ordinalOfRank[rank], rank);
        }
        words = store.freeze();
        int[] order = TextSort.sorted(words, addresses.toArray());
        wordAddresses = new int[order.length];
        postingStarts = new int[order.length + 1];
        encode(IntLists.of(order.length, entryWords, entries), order);
    }

    Texts words() {
        return words;
    }

    int[] wordAddresses() {
        return wordAddresses;
    }

    int[] postingStarts() {
        return postingStarts;
    }

    byte[] postings() {
        return Arrays.copyOf(postings, end);
    }

    int[] ordinalOfRank() {
        return ordinalOfRank;
    }

    int[] rankOfOrdinal() {
        return rankOfOrdinal;
    }

    /** Ordinals by the length of their displays, then by themselves: a counting sort. */
    private static int[] ranked(TextSource source) {
        Ints lengths = new Ints(source.size());
        Ints ordinals = new Ints(source.size());
        for (int ordinal = 0; ordinal < source.size(); ordinal++) {
            String display = source.display(ordinal);
            lengths.add(display == null ? LONGEST_COUNTED : Math.min(display.length(), LONGEST_COUNTED));
            ordinals.add(ordinal);
        }
        IntLists byLength = IntLists.of(LONGEST_COUNTED + 1, lengths, ordinals);
        int[] ranked = new int[source.size()];
        for (int i = 0; i < ranked.length; i++) {
            ranked[i] = byLength.entry(i);
        }
        return ranked;
    }

    private void collect(TextSource source, int ordinal, int rank) {
        String display = source.display(ordinal);
        if (display != null) {
            int[] flags = {TextIndex.IN_DISPLAY | TextIndex.FIRST_IN_DISPLAY};
            Words.forEach(display, word -> {
                add(word, rank, flags[0]);
                flags[0] = TextIndex.IN_DISPLAY;
            });
        }
        source.forEachName(ordinal, name -> Words.forEach(name, word -> add(word, rank, 0)));
    }

    /** One entry for each word and rank; a word that comes again adds its flags. */
    private void add(String word, int rank, int flags) {
        int number = number(word);
        int last = lastEntry.get(number) - 1;
        if (last >= 0 && entries.get(last) >>> TextIndex.FLAGS == rank) {
            entries.put(last, entries.get(last) | flags);
            return;
        }
        entryWords.add(number);
        entries.add(rank << TextIndex.FLAGS | flags);
        lastEntry.put(number, entries.size());
    }

    private int number(String word) {
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        int mask = table.length - 1;
        int slot = hash(utf8) & mask;
        while (table[slot] != 0) {
            if (store.equals(addresses.get(table[slot] - 1), utf8)) {
                return table[slot] - 1;
            }
            slot = (slot + 1) & mask;
        }
        int number = addresses.size();
        addresses.add(store.add(utf8));
        lastEntry.add(0);
        table[slot] = number + 1;
        if (addresses.size() > table.length / 2) {
            grow();
        }
        return number;
    }

    private void grow() {
        table = new int[table.length * 2];
        int mask = table.length - 1;
        for (int number = 0; number < addresses.size(); number++) {
            int slot = hash(store.get(addresses.get(number)).getBytes(StandardCharsets.UTF_8)) & mask;
            while (table[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = number + 1;
        }
    }

    private void encode(IntLists lists, int[] order) {
        for (int place = 0; place < order.length; place++) {
            int number = order[place];
            wordAddresses[place] = addresses.get(number);
            postingStarts[place] = end;
            int previous = 0;
            for (int i = lists.start(number); i < lists.end(number); i++) {
                write(lists.entry(i) - previous);
                previous = lists.entry(i);
            }
        }
        postingStarts[order.length] = end;
    }

    private void write(int gap) {
        if (end + 5 > postings.length) {
            postings = Arrays.copyOf(postings, (int) Math.min(Integer.MAX_VALUE - 8, postings.length * 3L / 2 + 8));
        }
        int rest = gap;
        while (rest >= 1 << 7) {
            postings[end++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        postings[end++] = (byte) rest;
    }

    private static int hash(byte[] key) {
        int hash = Arrays.hashCode(key) * 0x9E3779B1;
        return hash ^ hash >>> 15;
    }
}
