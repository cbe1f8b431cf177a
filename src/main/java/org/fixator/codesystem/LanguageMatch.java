package org.fixator.codesystem;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How well the language of a name fits a language that was asked for. BCP 47 tags match by their parts, as HL7's suite
 * has it: {@code de} is served by {@code de-CH} and the other way round, but an equal tag is better.
 */
enum LanguageMatch {
    /** The same tag, or any language was asked for. */
    EXACT(0),
    /** {@code de} was asked for, {@code de-CH} is there. */
    NARROWER(1),
    /** {@code de-CH} was asked for, {@code de} is there. */
    BROADER(2),
    /** {@code de-CH} was asked for, {@code de-AT} is there. */
    SIBLING(3),
    NONE(4);

    private final int distance;

    LanguageMatch(int distance) {
        this.distance = distance;
    }

    /** The smaller, the better. */
    int distance() {
        return distance;
    }

    /**
     * @param range language asked for, or {@code *}
     * @param language language of the name; {@code null} where it is not known
     */
    static LanguageMatch of(String range, @Nullable String language) {
        if (range.equals("*")) {
            return EXACT;
        }
        if (language == null || language.isEmpty()) {
            return NONE;
        }
        if (range.equalsIgnoreCase(language)) {
            return EXACT;
        }
        String wanted = range.toLowerCase(Locale.ROOT);
        String offered = language.toLowerCase(Locale.ROOT);
        if (offered.startsWith(wanted + "-")) {
            return NARROWER;
        }
        if (wanted.startsWith(offered + "-")) {
            return BROADER;
        }
        return primary(wanted).equals(primary(offered)) ? SIBLING : NONE;
    }

    private static String primary(String tag) {
        int hyphen = tag.indexOf('-');
        return hyphen < 0 ? tag : tag.substring(0, hyphen);
    }
}
