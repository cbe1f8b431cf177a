package org.fixator.conformance;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the runner's words about a failure fit for a file that is compared: one line, bounded, and without what differs
 * from run to run or from machine to machine.
 */
public final class Reason {
    private static final int LONGEST = 400;

    private record Varying(Pattern text, String name) {
        static Varying of(String regex, String name) {
            return new Varying(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), name);
        }
    }

    private static final List<Varying> VARYING = List.of(
            Varying.of("https?://(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::\\d+)?", "<server>"),
            Varying.of("\\b(?:localhost|127\\.0\\.0\\.1)[/:][\\d.:/]*\\d", "<server>"),
            Varying.of("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<uuid>"),
            Varying.of(
                    "\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?",
                    "<date>"),
            Varying.of("(?<=[\\w$])@[0-9a-f]{5,8}\\b", "@<hash>"));

    private final List<Entry<String, String>> places;

    /** @param places texts to be replaced first, such as the paths of this machine, and what stands for each */
    Reason(Map<String, String> places) {
        this.places = places.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Entry<String, String> place) -> place.getKey().length())
                        .reversed())
                .toList();
    }

    String of(@Nullable String failure) {
        if (failure == null || failure.isBlank()) {
            return "no reason given";
        }
        String text = failure;
        for (Entry<String, String> place : places) {
            text = text.replace(place.getKey(), place.getValue());
        }
        for (Varying varying : VARYING) {
            text = varying.text().matcher(text).replaceAll(varying.name());
        }
        return bounded(text.replaceAll("\\s+", " ").strip());
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
