package org.fixator.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;

/**
 * The languages a client asked for, best first.
 *
 * @param ranges the ranges by descending weight; empty where the client asked for none
 * @param source the text that was read, for echoing; empty where the client asked for none
 */
public record Languages(List<LanguageRange> ranges, String source) {

    /** No language was asked for. */
    public static final Languages NONE = new Languages(List.of(), "");

    public Languages {
        ranges = List.copyOf(ranges);
    }

    /**
     * Reads a language list as {@code Accept-Language} and {@code displayLanguage} have it.
     *
     * @throws IllegalArgumentException where a tag or a weight is not well-formed
     */
    public static Languages parse(String text) {
        List<LanguageRange> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String range = part.strip();
            if (!range.isEmpty()) {
                ranges.add(range(range));
            }
        }
        ranges.sort(Comparator.comparingDouble(LanguageRange::quality).reversed());
        return new Languages(ranges, text.strip());
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Whether the list says what to do with languages that it does not name. */
    public boolean namesAny() {
        for (LanguageRange range : ranges) {
            if (range.tag().equals("*")) {
                return true;
            }
        }
        return false;
    }

    private static LanguageRange range(String text) {
        int semicolon = text.indexOf(';');
        String tag = semicolon < 0 ? text : text.substring(0, semicolon).strip();
        double quality =
                semicolon < 0 ? 1.0 : quality(text.substring(semicolon + 1).strip());
        if (!tag.equals("*")) {
            requireWellFormed(tag);
        }
        return new LanguageRange(tag, quality);
    }

    private static void requireWellFormed(String tag) {
        try {
            new Locale.Builder().setLanguageTag(tag);
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException("'" + tag + "' is not a language tag", e);
        }
    }

    private static double quality(String text) {
        if (!text.startsWith("q=")) {
            throw new IllegalArgumentException("'" + text + "' is not a weight");
        }
        try {
            return Double.parseDouble(text.substring(2));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a weight", e);
        }
    }
}
