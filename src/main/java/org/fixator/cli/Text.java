package org.fixator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes answers for people. */
final class Text {

    private static final int WIDEST = 60;
    private static final List<String> PROPERTY = List.of("code", "value", "description", "source");
    private static final List<String> DESIGNATION = List.of("language", "use", "value", "source");

    private static final Map<String, String> OPTIONS =
            Map.of("force=true", "--force", "acceptLicence=true", "--accept-licence");

    private final PrintWriter out;
    private final PrintWriter err;

    Text(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Writes nothing: for the exit code of what is shown as JSON. */
    Text silent() {
        return new Text(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()));
    }

    void line(String line) {
        out.println(line);
    }

    /** What an OperationOutcome says, one line an issue. */
    void problems(JsonNode outcome) {
        for (JsonNode issue : outcome.path("issue")) {
            String text = issue.path("details").path("text").asText();
            err.println(asTyped(text.isEmpty() ? issue.path("diagnostics").asText() : text));
        }
    }

    /** The server's sentence, with the options of the command line in the place of the parameters of a request. */
    static String asTyped(String sentence) {
        String text = sentence;
        for (Map.Entry<String, String> option : OPTIONS.entrySet()) {
            text = text.replace("'" + option.getKey() + "'", option.getValue());
        }
        return text;
    }

    /** A table with its columns aligned. */
    void table(List<String> head, List<List<String>> rows) {
        int[] widths = new int[head.size()];
        List<List<String>> all = new ArrayList<>();
        all.add(head);
        all.addAll(rows);
        for (List<String> row : all) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], Math.min(WIDEST, row.get(i).length()));
            }
        }
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i))
                        .append(" ".repeat(Math.max(0, widths[i] - row.get(i).length()) + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /** Parameters as lines of name and value; the parts of one are indented. */
    void parameters(JsonNode parameters, String indent, List<String> without) {
        for (JsonNode parameter : parameters) {
            String name = parameter.path("name").asText();
            if (without.contains(name)) {
                continue;
            }
            JsonNode parts = parameter.path("part");
            if (!parts.isArray()) {
                out.println(indent + name + ": " + shown(parameter));
            } else if (name.equals("property") && hasOnly(parts, PROPERTY)) {
                out.println(indent + part(parts, "code") + ": " + joined(parts, "value", "description"));
            } else if (name.equals("designation") && hasOnly(parts, DESIGNATION)) {
                out.println(indent + designation(parts));
            } else {
                out.println(indent + name + ":");
                parameters(parts, indent + "  ", List.of());
            }
        }
    }

    private static String joined(JsonNode parts, String first, String second) {
        return (part(parts, first) + "  " + part(parts, second)).strip();
    }

    private static String designation(JsonNode parts) {
        JsonNode use = find(parts, "use");
        String name =
                use == null ? "name" : use.path("valueCoding").path("code").asText();
        String language = part(parts, "language");
        return name + (language.isEmpty() ? "" : " (" + language + ")") + ": " + part(parts, "value");
    }

    private static boolean hasOnly(JsonNode parts, List<String> names) {
        for (JsonNode part : parts) {
            if (!names.contains(part.path("name").asText())) {
                return false;
            }
        }
        return parts.size() > 1;
    }

    /** The value of a parameter or part; empty where it is absent. */
    static String part(JsonNode parameters, String name) {
        JsonNode parameter = find(parameters, name);
        return parameter == null ? "" : shown(parameter);
    }

    static long number(JsonNode parameters, String name) {
        String value = part(parameters, name);
        return value.isEmpty() ? 0 : Long.parseLong(value);
    }

    static @Nullable JsonNode find(JsonNode parameters, String name) {
        for (JsonNode parameter : parameters) {
            if (parameter.path("name").asText().equals(name)) {
                return parameter;
            }
        }
        return null;
    }

    static List<JsonNode> all(JsonNode parameters, String name) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode parameter : parameters) {
            if (parameter.path("name").asText().equals(name)) {
                all.add(parameter);
            }
        }
        return all;
    }

    /** The value of a parameter, whatever its type. */
    static String shown(JsonNode parameter) {
        for (Map.Entry<String, JsonNode> member : parameter.properties()) {
            if (member.getKey().startsWith("value")) {
                return value(member.getValue());
            }
        }
        return "";
    }

    private static String value(JsonNode value) {
        if (!value.isObject()) {
            return value.asText();
        }
        String code = value.path("code").asText();
        String display = value.path("display").asText();
        return display.isEmpty() ? code : code + " " + display;
    }
}
