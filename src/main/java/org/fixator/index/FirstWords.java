package org.fixator.index;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Whether a text begins with certain words, the last one by prefix: asked of many texts, so ASCII is compared where it
 * lies, letter by letter, up to the first that differs. Used by one thread.
 */
final class FirstWords implements Utf8Sink {

    private static final int OTHER = -1;
    private static final int NOT_ASCII = -2;

    private final List<String> words;
    private final byte[][] letters;
    private boolean begins;

    /** @param words folded, as {@link Words} has them */
    FirstWords(List<String> words) {
        this.words = words;
        this.letters = words.stream()
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    /** Whether the display of a concept begins so. */
    boolean begin(TextSource source, int ordinal) {
        begins = false;
        source.display(ordinal, this);
        return begins;
    }

    @Override
    public void accept(byte[] text, int from, int to) {
        int at = from;
        for (int i = 0; i < letters.length; i++) {
            at = start(text, at, to);
            int end = end(text, at, to, letters[i], i == letters.length - 1);
            if (end == NOT_ASCII) {
                begins = decoded(new String(text, from, to - from, StandardCharsets.UTF_8));
                return;
            }
            if (end == OTHER) {
                begins = false;
                return;
            }
            at = end;
        }
        begins = true;
    }

    private static int start(byte[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] >= 0 && lower(text[at]) == 0) {
            at++;
        }
        return at;
    }

    /** Where the word ends that is here, or the part of it that is asked for. */
    private static int end(byte[] text, int from, int to, byte[] word, boolean prefix) {
        int at = from;
        int matched = 0;
        while (at < to) {
            byte b = text[at];
            if (b < 0) {
                return NOT_ASCII;
            }
            int letter = lower(b);
            if (letter == 0) {
                if (!isApostrophe(text, at, to, from)) {
                    break;
                }
            } else if (matched == word.length) {
                return prefix ? at : OTHER;
            } else if (letter != word[matched++]) {
                return OTHER;
            }
            at++;
        }
        return matched == word.length ? at : OTHER;
    }

    /** Within a word, where {@link Words} drops it. */
    private static boolean isApostrophe(byte[] text, int at, int to, int from) {
        return text[at] == '\'' && at > from && at + 1 < to && (text[at + 1] < 0 || lower(text[at + 1]) != 0);
    }

    /** A letter in lower case or a digit; 0 for anything else. */
    private static int lower(byte b) {
        if (b >= 'A' && b <= 'Z') {
            return b | 0x20;
        }
        return (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') ? b : 0;
    }

    private boolean decoded(String text) {
        List<String> shown = Words.of(text);
        int last = words.size() - 1;
        return shown.size() > last
                && shown.subList(0, last).equals(words.subList(0, last))
                && shown.get(last).startsWith(words.get(last));
    }
}
