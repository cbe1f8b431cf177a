package org.fixator.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A part of an answer that is looked for in a whole one, by the rules of {@code src/docs/calls/README.md}.
 *
 * @param json what is looked for
 */
record Fragment(JsonNode json) {
    /** What keeps the answer from holding this fragment, one sentence each; empty if it does. */
    List<String> differences(JsonNode answer) {
        List<String> found = new ArrayList<>();
        compare(json, answer, "", found);
        return found;
    }

    boolean isIn(JsonNode answer) {
        return differences(answer).isEmpty();
    }

    private static void compare(JsonNode expected, JsonNode actual, String at, List<String> found) {
        if (expected.isObject()) {
            for (Map.Entry<String, JsonNode> field : expected.properties()) {
                String name = field.getKey();
                compare(field.getValue(), actual.path(name), at + "/" + name, found);
            }
        } else if (expected.isArray()) {
            for (JsonNode element : expected) {
                if (!anyHolds(actual, element)) {
                    found.add("nothing at " + at + " like " + element);
                }
            }
        } else if (!matches(expected, actual)) {
            found.add(at + " is " + (actual.isMissingNode() ? "missing" : actual) + " and not " + expected);
        }
    }

    private static boolean anyHolds(JsonNode array, JsonNode element) {
        Fragment fragment = new Fragment(element);
        for (JsonNode candidate : array) {
            if (array.isArray() && fragment.isIn(candidate)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(JsonNode expected, JsonNode actual) {
        String text = expected.asText();
        if (!expected.isTextual() || !text.contains("…")) {
            return expected.equals(actual);
        }
        String pattern = Arrays.stream(text.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return actual.isTextual()
                && Pattern.compile(pattern, Pattern.DOTALL)
                        .matcher(actual.asText())
                        .matches();
    }
}
