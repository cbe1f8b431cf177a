package org.fixator.release.cpt;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of CPT. Each begins with a notice of any length; records follow.
 *
 * <p>Sources: the layouts of the text files of 2001 (long descriptions in records of 80 characters: code 1–5, sequence
 * number 6–7, text 9–80; medium in records of 106 and short in records of 80 characters: code 1–5, text from 7), and the
 * list of files of later years on the National Library of Medicine's source page (LONGULT, tab-separated; LONGULF, the
 * fixed layout; MEDU; SHORTU; appendices).
 */
enum CptLayout {
    /** Code, tab, description: LONGULT. */
    LONG_TABS("[0-9A-Z]\\d{3}[0-9A-Z]\\t\\S.*"),
    /** Code, sequence number, blank, piece of the description: LONGULF and the file of 2001. */
    LONG_FIXED("[0-9A-Z]\\d{3}[0-9A-Z]\\d\\d .*"),
    /** Code, blank, description: MEDU and SHORTU; which of the two is told by the longest description. */
    NAMES("[0-9A-Z]\\d{3}[0-9A-Z] \\S.*"),
    /** Modifier and title under headings: Appendix A. */
    MODIFIERS("(\\d\\d|[A-Z]\\d|\\d[A-Z]|[A-Z]{2})[ \\t:]+\\S.*"),
    /** Codes alone, each on a line of its own, under a heading: Appendix P and lists like it. */
    CODES("[0-9A-Z]\\d{3}[0-9A-Z]\\s*");

    private final Pattern record;

    CptLayout(String record) {
        this.record = Pattern.compile(record);
    }

    boolean isRecord(String line) {
        return record.matcher(line).matches();
    }

    /** The layout of a file that begins so; {@code null} where no line is a record of one. */
    static @Nullable CptLayout of(List<String> lines) {
        for (String line : lines) {
            for (CptLayout layout : values()) {
                if (layout.isRecord(line)) {
                    return layout;
                }
            }
        }
        return null;
    }
}
