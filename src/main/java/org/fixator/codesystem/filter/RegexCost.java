package org.fixator.codesystem.filter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How large a regular expression becomes once its repetitions are written out, as RE2 does before it matches: three nested
 * {@code {1000}} are a thousand million states. Matching is linear in that size, so the size is what has to be limited.
 */
public final class RegexCost {
    /** Longest expression, in characters. */
    static final int LENGTH = 2_000;
    /** Deepest nesting of groups. */
    static final int DEPTH = 50;
    /** Most states after repetitions are written out. */
    static final long STATES = 10_000;

    private static final Pattern REPEAT = Pattern.compile("\\{(\\d{1,9})(?:(,)(\\d{0,9}))?}");

    private RegexCost() {}

    /** What is too large about an expression, with the limit; {@code null} for one that may be compiled. */
    public static @Nullable String complaint(String expression) {
        if (expression.length() > LENGTH) {
            return "longer than the limit of " + LENGTH + " characters";
        }
        Deque<long[]> groups = new ArrayDeque<>();
        // Of each open group: its states so far, and those of its last part, which a repetition would repeat.
        long[] group = new long[2];
        Matcher repeat = REPEAT.matcher(expression);
        for (int i = 0; i < expression.length(); i++) {
            char next = expression.charAt(i);
            if (next == '(') {
                groups.push(group);
                group = new long[2];
                if (groups.size() > DEPTH) {
                    return "nested deeper than the limit of " + DEPTH + " groups";
                }
            } else if (next == ')' && !groups.isEmpty()) {
                long inner = group[0] + 1;
                group = groups.pop();
                add(group, inner);
            } else if (next == '{' && repeat.region(i, expression.length()).lookingAt()) {
                group[0] += group[1] * (times(repeat) - 1);
                group[1] *= times(repeat);
                i = repeat.end() - 1;
            } else {
                i = next == '\\' ? i + 1 : next == '[' ? endOfClass(expression, i) : i;
                add(group, 1);
            }
            if (group[0] > STATES) {
                return "of more than " + STATES + " states, which is the limit";
            }
        }
        return null;
    }

    private static void add(long[] group, long states) {
        group[0] += states;
        group[1] = states;
    }

    private static long times(Matcher repeat) {
        long least = Long.parseLong(repeat.group(1));
        String most = repeat.group(3);
        return Math.max(1, most == null || most.isEmpty() ? least : Math.max(least, Long.parseLong(most)));
    }

    /** A class in brackets counts as one; a bracket right at its begin belongs to it. */
    private static int endOfClass(String expression, int begin) {
        int i = begin + 1;
        if (i < expression.length() && expression.charAt(i) == '^') {
            i++;
        }
        for (i++; i < expression.length() && expression.charAt(i) != ']'; i++) {
            if (expression.charAt(i) == '\\') {
                i++;
            }
        }
        return i;
    }
}
