package org.fixator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** How much a release is, in words: what there is none of is not named. */
final class ReleaseSize {

    private ReleaseSize() {}

    /**
     * Such as {@code 98,186 concepts, 3 ValueSet}.
     *
     * @param parts of a report, a job or a release
     */
    static String of(JsonNode parts) {
        List<String> sizes = new ArrayList<>();
        add(sizes, Text.number(parts, "concepts"), "concepts");
        add(sizes, Text.number(parts, "mappings"), "mappings");
        List<JsonNode> types = Text.all(parts, "loaded");
        if (types.isEmpty()) {
            add(sizes, Text.number(parts, "resources"), "resources"); // of a former version's journal
        }
        for (JsonNode loaded : types) {
            add(sizes, Text.number(loaded.path("part"), "count"), Text.part(loaded.path("part"), "type"));
        }
        return sizes.isEmpty() ? "nothing" : String.join(", ", sizes);
    }

    /** Whether there are concepts or mappings: a stored release does not say how many resources it has. */
    static boolean isKnown(JsonNode release) {
        return Text.number(release, "concepts") + Text.number(release, "mappings") > 0;
    }

    private static void add(List<String> sizes, long count, String what) {
        if (count > 0) {
            sizes.add(FixatorCommand.number(count) + " " + what);
        }
    }
}
