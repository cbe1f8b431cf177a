package org.fixator.index;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Words of a text as search knows them: runs of letters and digits, folded. An apostrophe within a word is dropped
 * ({@code Alzheimer's} is {@code alzheimers}); scripts that do not separate words give each character as a word.
 */
final class Words {

    private Words() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        forEach(text, words::add);
        return words;
    }

    static void forEach(String text, Consumer<String> visitor) {
        String folded = Folding.fold(text);
        int start = -1;
        int i = 0;
        while (i < folded.length()) {
            int c = folded.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean inWord = Character.isLetterOrDigit(c) || (start >= 0 && isApostrophe(c, folded, next));
            if (inWord && start < 0) {
                start = i;
            }
            if (start >= 0 && (!inWord || standsAlone(c))) {
                visit(folded, start, i, visitor);
                start = -1;
            }
            if (inWord && standsAlone(c)) {
                visitor.accept(folded.substring(i, next));
            }
            i = next;
        }
        if (start >= 0) {
            visit(folded, start, folded.length(), visitor);
        }
    }

    private static void visit(String folded, int start, int end, Consumer<String> visitor) {
        if (end > start) {
            String word = folded.substring(start, end);
            visitor.accept(word.indexOf('\'') < 0 && word.indexOf('’') < 0 ? word : word.replaceAll("['’]", ""));
        }
    }

    private static boolean isApostrophe(int c, String folded, int next) {
        return (c == '\'' || c == '’') && next < folded.length() && Character.isLetterOrDigit(folded.charAt(next));
    }

    private static boolean standsAlone(int c) {
        if (c < 0x2e80) {
            return false;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA;
    }
}
