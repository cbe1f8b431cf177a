package org.fixator.release.gem;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line: source, target, and five flags. Codes are read without regard to case, because one of the 106,000 is printed with
 * a small letter.
 *
 * @param source code without dot
 * @param target code without dot, {@code NoDx} where there is none
 * @param isApproximate whether the target is an approximation
 * @param hasNoTarget whether there is no plausible target
 * @param isCombination whether the target is one of several codes that are used together
 * @param scenario which combination, from 1; 0 for none
 * @param choiceList which part of the combination, from 1; 0 for none
 */
record GemLine(
        String source,
        String target,
        boolean isApproximate,
        boolean hasNoTarget,
        boolean isCombination,
        int scenario,
        int choiceList) {

    private static final String NO_TARGET = "NoDx";
    private static final Pattern SHAPE =
            Pattern.compile("([A-Za-z0-9]{3,7}) +(\\w{3,7}) +([01])([01])([01])([0-9])([0-9])\\s*");

    static boolean matches(String line) {
        return SHAPE.matcher(line).matches();
    }

    /** {@code null} where the line does not have the shape. */
    static @Nullable GemLine parse(String line) {
        Matcher m = SHAPE.matcher(line);
        if (!m.matches()) {
            return null;
        }
        return new GemLine(
                m.group(1).toUpperCase(Locale.ROOT),
                m.group(2).equals(NO_TARGET) ? NO_TARGET : m.group(2).toUpperCase(Locale.ROOT),
                m.group(3).equals("1"),
                m.group(4).equals("1"),
                m.group(5).equals("1"),
                m.group(6).charAt(0) - '0',
                m.group(7).charAt(0) - '0');
    }

    /** What is wrong with the flags; {@code null} where they fit. */
    @Nullable
    String contradiction() {
        if (hasNoTarget != target.equals(NO_TARGET)) {
            return "the flag for no map and the target contradict each other";
        }
        if (isCombination != scenario > 0 || isCombination != choiceList > 0) {
            return "the flag for a combination and the numbers of scenario and choice list contradict each other";
        }
        return null;
    }
}
