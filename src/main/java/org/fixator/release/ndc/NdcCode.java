package org.fixator.release.ndc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A National Drug Code in its segments.
 *
 * @param pack of a product {@code null}
 */
record NdcCode(String labeler, String product, @Nullable String pack) {

    private static final Pattern FORM = Pattern.compile("(\\d{4,6})-(\\d{3,4})(?:-(\\d{1,2}))?");

    /** {@code null} where the text is no code as the FDA writes it. */
    static @Nullable NdcCode read(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? new NdcCode(matcher.group(1), matcher.group(2), matcher.group(3)) : null;
    }

    /** The form of claims: segments of 5, 4 and 2 digits, filled up with zeros, without hyphens. */
    String digits() {
        return filled(labeler, 5) + filled(product, 4) + (pack == null ? "" : filled(pack, 2));
    }

    private static String filled(String digits, int length) {
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }
}
