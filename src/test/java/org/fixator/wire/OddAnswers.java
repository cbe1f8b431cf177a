package org.fixator.wire;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Answers at random whose XML is written without models, with texts that need care. */
final class OddAnswers {
    private static final List<String> PIECES = List.of(
            "a",
            "plain words",
            "1234567",
            "&",
            "&amp;",
            "<b>",
            "'",
            "/",
            "\u00e9\u20ac",
            "\ud83e\uddb4",
            "\\\"",
            "\\\\",
            "\\/",
            "\\n",
            "\\t",
            "\\u0041",
            "\\u00e9",
            "\\u0026\\u003C\\u0022",
            "\\ud83e\\uddb4",
            "{}[]:,",
            "\\\\\\\"");

    private final Random random;

    OddAnswers(long seed) {
        random = new Random(seed);
    }

    /** JSON: Parameters, an OperationOutcome or a ValueSet of R4. */
    String next() {
        return switch (random.nextInt(3)) {
            case 0 -> parameters(2);
            case 1 -> outcome();
            default -> valueSet();
        };
    }

    /** A string with its quotes. It neither begins nor ends with white space, which models leave out. */
    String text() {
        StringBuilder text = new StringBuilder("\"x");
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.append("x\"").toString();
    }

    private String parameters(int depth) {
        return "{\"resourceType\":\"Parameters\"," + maybe("\"id\":\"i-1\",") + "\"parameter\":"
                + list(() -> parameter(depth)) + "}";
    }

    private String parameter(int depth) {
        String name = "{" + id() + extension() + "\"name\":" + text();
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> name + ",\"valueString\":" + text() + "}";
            case 1 -> name + ",\"valueBoolean\":" + random.nextBoolean() + "}";
            case 2 -> name + ",\"valueDecimal\":-1.50}";
            case 3 -> name + ",\"valueCoding\":" + coding() + "}";
            case 4 -> name + ",\"valueCodeableConcept\":{\"coding\":" + list(this::coding) + "}}";
            case 5 -> name + ",\"resource\":" + (random.nextBoolean() ? outcome() : parameters(depth - 1)) + "}";
            default -> name + ",\"part\":" + list(() -> parameter(depth - 1)) + "}";
        };
    }

    private String outcome() {
        return "{\"resourceType\":\"OperationOutcome\",\"issue\":"
                + list(() -> "{" + id() + extension() + "\"severity\":\"error\",\"code\":\"invalid\",\"details\":{"
                        + maybe("\"coding\":[" + coding() + "],") + "\"text\":" + text()
                        + "},\"diagnostics\":" + text() + ",\"expression\":" + list(this::text) + "}")
                + "}";
    }

    private String valueSet() {
        return "{\"resourceType\":\"ValueSet\"," + extension() + "\"url\":" + text() + ",\"status\":\"active\","
                + maybe("\"experimental\":false,") + maybe("\"immutable\":true,")
                + "\"compose\":{\"include\":[{" + id() + "\"system\":\"s\",\"concept\":"
                + list(() -> "{\"code\":\"c\",\"designation\":[{\"use\":" + coding() + ",\"value\":" + text() + "}]}")
                + "}]},\"expansion\":{\"timestamp\":\"2026-01-01T00:00:00Z\",\"total\":12,\"offset\":0,\"parameter\":["
                + "{\"name\":" + text() + ",\"valueUri\":\"u\"}],\"contains\":"
                + list(() -> contains(2)) + "}}";
    }

    private String contains(int depth) {
        return "{" + id() + extension() + maybe("\"system\":\"s\",") + maybe("\"abstract\":true,")
                + maybe("\"inactive\":false,") + maybe("\"version\":\"1\",") + "\"code\":\"c\",\"display\":" + text()
                + maybe(",\"designation\":[{\"language\":\"de\",\"value\":" + text() + "}]")
                + (depth > 0 ? maybe(",\"contains\":" + list(() -> contains(depth - 1))) : "")
                + "}";
    }

    private String coding() {
        return "{" + id() + "\"system\":\"s\",\"code\":\"c\",\"display\":" + text() + maybe(",\"userSelected\":true")
                + "}";
    }

    private String extension() {
        return maybe("\"extension\":" + list(this::oneExtension) + ",");
    }

    private String oneExtension() {
        String url = "\"url\":" + "\"http://example.org/" + random.nextInt(9) + "\"";
        String value = "\"valueString\":" + text();
        return switch (random.nextInt(4)) {
            case 0 -> "{" + value + "," + url + "}";
            case 1 -> "{\"id\":\"e\"," + url + "," + value + "}";
            case 2 -> "{\"extension\":[{" + url + "," + value + "}]," + url + "}";
            default -> "{" + url + "," + value + "}";
        };
    }

    private String id() {
        return maybe("\"id\":\"i" + random.nextInt(99) + "\",");
    }

    private String maybe(String json) {
        return random.nextBoolean() ? json : "";
    }

    private String list(Supplier<String> item) {
        StringBuilder list = new StringBuilder("[").append(item.get());
        for (int i = random.nextInt(3); i > 0; i--) {
            list.append(',').append(item.get());
        }
        return list.append(']').toString();
    }
}
