package org.fixator.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which tests are meant: shell patterns over {@code suite/test}, separated by commas, with {@code *} for any text. A
 * pattern without a slash is looked for anywhere in the name, so that {@code inactive} finds what one would hope.
 */
public record TestPattern(List<Pattern> patterns) {

    public TestPattern {
        patterns = List.copyOf(patterns);
    }

    static TestPattern parse(String text) {
        return new TestPattern(
                Arrays.stream(text.split(",", -1)).map(TestPattern::compile).toList());
    }

    private static Pattern compile(String word) {
        String whole = word.contains("/") ? word : "*" + word + "*";
        return Pattern.compile(
                Arrays.stream(whole.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    boolean matches(String test) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(test).matches());
    }
}
