package org.fixator.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds what a {@link TextIndex} holds, in two passes over the texts in the order of their ranks: the first measures the
 * postings of each word, the second writes them to where they stay. So a build takes no more memory than its result and
 * a few ints for each distinct word, which matters with millions of concepts.
 */
final class TextIndexBuilder {

    private static final int LONGEST_COUNTED = 4096;

    private final Texts.Builder store = new Texts.Builder();
    private final Ints addresses = new Ints();
    private int[] table = new int[1024];

    /** Of each word the posting that may still get flags, plus 1; 0 where there is none. */
    private final Ints open = new Ints();

    /** Of each word the posting before that one. */
    private final Ints previous = new Ints();

    /** Of each word the size of its postings, and then where the next of them is written. */
    private final Ints place = new Ints();

    private final int[] ordinalOfRank;
    private final int[] rankOfOrdinal;
    private final Texts words;
    private final int[] wordAddresses;
    private final int[] postingStarts;
    private byte @Nullable [] postings;

    TextIndexBuilder(TextSource source) {
        ordinalOfRank = ranked(source);
        rankOfOrdinal = new int[ordinalOfRank.length];
        for (int rank = 0; rank < ordinalOfRank.length; rank++) {
            rankOfOrdinal[ordinalOfRank[rank]] = rank;
        }
        collect(source);
        words = store.freeze();
        int[] order = TextSort.sorted(words, addresses.toArray());
        wordAddresses = new int[order.length];
        postingStarts = new int[order.length + 1];
        arrange(order);
        postings = new byte[postingStarts[order.length]];
        collect(source);
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
        return Objects.requireNonNull(postings);
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

    private void collect(TextSource source) {
        for (int rank = 0; rank < ordinalOfRank.length; rank++) {
            collect(source, ordinalOfRank[rank], rank);
        }
        for (int number = 0; number < addresses.size(); number++) {
            close(number);
            open.put(number, 0);
            previous.put(number, 0);
        }
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

    /** One posting for each word and rank; a word that comes again adds its flags. */
    private void add(String word, int rank, int flags) {
        int number = number(word);
        int last = open.get(number) - 1;
        if (last >= 0 && last >>> TextIndex.FLAGS == rank) {
            open.put(number, (last | flags) + 1);
            return;
        }
        close(number);
        open.put(number, (rank << TextIndex.FLAGS | flags) + 1);
    }

    /** The open posting gets no more flags: measures it, or writes it. */
    private void close(int number) {
        int posting = open.get(number) - 1;
        if (posting < 0) {
            return;
        }
        int gap = posting - previous.get(number);
        previous.put(number, posting);
        int at = place.get(number);
        place.put(number, postings == null ? at + bytes(gap) : write(postings, at, gap));
    }

    private void arrange(int[] order) {
        long end = 0;
        for (int i = 0; i < order.length; i++) {
            int number = order[i];
            int size = place.get(number);
            wordAddresses[i] = addresses.get(number);
            postingStarts[i] = (int) end;
            place.put(number, (int) end);
            end += size;
        }
        if (end > Integer.MAX_VALUE - 8) {
            throw new IllegalStateException("A text index holds at most 2 GiB of postings");
        }
        postingStarts[order.length] = (int) end;
    }

    private static int bytes(int gap) {
        int bytes = 1;
        for (int rest = gap >>> 7; rest != 0; rest >>>= 7) {
            bytes++;
        }
        return bytes;
    }

    /** Returns where the next posting is written. */
    private static int write(byte[] into, int from, int gap) {
        int at = from;
        int rest = gap;
        while (rest >= 1 << 7) {
            into[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        into[at++] = (byte) rest;
        return at;
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
        open.add(0);
        previous.add(0);
        place.add(0);
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

    private static int hash(byte[] key) {
        int hash = Arrays.hashCode(key) * 0x9E3779B1;
        return hash ^ hash >>> 15;
    }
}
