package org.fixator.index;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What makes texts alike for search and codes alike for a reader.
 */
public final class Folding {

    private Folding() {}

    /** Without case and accents: {@code Ménière} becomes {@code meniere}, {@code Straße} {@code strasse}. */
    public static String fold(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                appendBase(folded, c);
            }
        }
        return folded.toString();
    }

    /** Without case only, as case-insensitive codes compare. */
    public static String foldCase(String text) {
        return isAscii(text)
                ? text.toLowerCase(Locale.ROOT)
                : text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** The letters and digits of a code, without case: {@code S82.251A} and {@code s82251a} are the same. */
    public static String skeleton(String code) {
        String folded = fold(code);
        StringBuilder letters = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** Letters that do not decompose into a base and a mark. */
    private static void appendBase(StringBuilder folded, char c) {
        switch (c) {
            case 'ß' -> folded.append("ss");
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'ø' -> folded.append('o');
            case 'đ', 'ð' -> folded.append('d');
            case 'ł' -> folded.append('l');
            case 'þ' -> folded.append("th");
            case 'ı' -> folded.append('i');
            default -> folded.append(c);
        }
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
