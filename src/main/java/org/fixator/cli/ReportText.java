package org.fixator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.stream.Collectors;

/** The report of an import for people; its last line names the release and its size. */
final class ReportText {

    private static final int EXAMPLES = 5;

    private final Text text;

    ReportText(Text text) {
        this.text = text;
    }

    void print(JsonNode report) {
        JsonNode identity = parts(report, "identity");
        String from = Text.part(identity, "from");
        String to = Text.part(identity, "to");
        text.line(Text.part(identity, "title") + " (" + Text.part(identity, "system") + "|"
                + Text.part(identity, "version") + ")" + (from.isEmpty() ? "" : ", in force " + from + " to " + to));
        Text.all(report, "note").forEach(note -> text.line("note: " + Text.asTyped(Text.shown(note))));
        Text.all(report, "message").forEach(note -> text.line("note: " + Text.asTyped(Text.shown(note))));
        Text.all(report, "difference").forEach(one -> difference(one.path("part")));
        Text.all(report, "mapDifference").forEach(one -> mapDifference(one.path("part")));
        Text.all(report, "touched").forEach(one -> touched(one.path("part")));
        text.line(last(report, identity));
    }

    private static String last(JsonNode report, JsonNode identity) {
        String release = Text.part(report, "release");
        String size = ReleaseSize.of(report);
        String name = Text.part(identity, "kind") + "-" + Text.part(identity, "version");
        return release.isEmpty()
                ? "dry run, nothing has changed: " + name + ", " + size
                : release + " is live: " + size;
    }

    private void difference(JsonNode difference) {
        String neighbour = Text.part(difference, "from") + " ("
                + FixatorCommand.number(Text.number(difference, "conceptsBefore")) + " concepts)";
        difference(difference, neighbour, List.of("added", "deleted", "retitled", "reparented"));
    }

    private void mapDifference(JsonNode difference) {
        String neighbour = Text.part(difference, "map") + "|" + Text.part(difference, "from") + " ("
                + FixatorCommand.number(Text.number(difference, "mappingsBefore")) + " mappings)";
        difference(difference, neighbour, List.of("added", "deleted", "retargeted", "changed"));
    }

    private void difference(JsonNode difference, String neighbour, List<String> kinds) {
        text.line("against " + neighbour + ": "
                + kinds.stream()
                        .map(kind -> count(difference, kind) + " " + kind)
                        .collect(Collectors.joining(", ")));
        for (String kind : kinds) {
            examples(kind, Text.all(parts(difference, kind), "code"));
        }
    }

    private void examples(String kind, List<JsonNode> changes) {
        for (JsonNode change : changes.subList(0, Math.min(EXAMPLES, changes.size()))) {
            JsonNode parts = change.path("part");
            String was = Text.part(parts, "was");
            String is = Text.part(parts, "is");
            String both = was.isEmpty() || is.isEmpty() ? was + is : was + " -> " + is;
            text.line("  " + kind + " " + Text.part(parts, "code") + "  " + both);
        }
        if (changes.size() > EXAMPLES) {
            text.line("  " + kind + " ...");
        }
    }

    private void touched(JsonNode touched) {
        StringBuilder line = new StringBuilder("touches ")
                .append(Text.part(touched, "type"))
                .append(' ')
                .append(Text.part(touched, "canonical"))
                .append(':');
        for (String kind : List.of("missing", "gained", "retitled")) {
            JsonNode codes = parts(touched, kind);
            if (!codes.isMissingNode()) {
                List<JsonNode> all = Text.all(codes, "code");
                line.append(' ')
                        .append(FixatorCommand.number(Text.number(codes, "count")))
                        .append(' ')
                        .append(kind)
                        .append(" (")
                        .append(all.stream().limit(EXAMPLES).map(Text::shown).collect(Collectors.joining(", ")))
                        .append(Text.number(codes, "count") > EXAMPLES ? ", ...)" : ")");
            }
        }
        text.line(line.toString());
    }

    private static long count(JsonNode difference, String kind) {
        return Text.number(parts(difference, kind), "count");
    }

    private static JsonNode parts(JsonNode parameters, String name) {
        JsonNode parameter = Text.find(parameters, name);
        return parameter == null ? MissingNode.getInstance() : parameter.path("part");
    }
}
