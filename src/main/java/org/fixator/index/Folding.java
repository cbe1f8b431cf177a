package org.fixator.index;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What makes texts alike for search and codes alike for a reader.
 */
public final class Folding {

    /** What {@link #compareSkeleton} says of codes that it does not compare. */
    static final int NOT_ASCII = Integer.MIN_VALUE;

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
        if (isAscii(code)) {
            return asciiSkeleton(code);
        }
        String folded = fold(code);
        StringBuilder letters = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /**
     * Compares the skeleton of a code with a text, without making it.
     *
     * @param prefix whether a skeleton that begins with the text counts as equal
     * @return less than, equal to or greater than 0, or {@link #NOT_ASCII}
     */
    static int compareSkeleton(String code, String text, boolean prefix) {
        int at = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c >= 0x80) {
                return NOT_ASCII;
            }
            int letter = c >= 'A' && c <= 'Z' ? c | 0x20 : c;
            if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) {
                if (at == text.length()) {
                    return prefix ? 0 : 1;
                }
                if (letter != text.charAt(at)) {
                    return letter < text.charAt(at) ? -1 : 1;
                }
                at++;
            }
        }
        return at == text.length() ? 0 : -1;
    }

    private static String asciiSkeleton(String code) {
        char[] letters = new char[code.length()];
        int size = 0;
        for (int i = 0; i < letters.length; i++) {
            char c = code.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                letters[size++] = (char) (c | 0x20);
            } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                letters[size++] = c;
            }
        }
        return new String(letters, 0, size);
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

    /** Whether every character is below 0x80. */
    public static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
