package org.fixator.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;

/**
 * JSON text as trees: object members in their order, decimals as they are written, no more than {@link #DEPTH} levels,
 * no member twice, nothing after the end.
 */
public final class Json {

    /** The deepest nesting that is read. */
    public static final int DEPTH = 100;

    static final JsonFactory FACTORY = factory(DEPTH);

    private static final ObjectReader TREES = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .nodeFactory(JsonNodeFactory.instance)
            .build()
            .readerFor(JsonNode.class);

    /** A value inside a document is followed by more of it. */
    private static final ObjectReader SUBTREES = TREES.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /** A factory of parsers with another limit of nesting. */
    static JsonFactory factory(int depth) {
        return JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(depth).build())
                .build();
    }

    /**
     * Reads one JSON object.
     *
     * @throws TerminologyException (400) where the bytes are not JSON, or not an object
     */
    public static ObjectNode parse(byte[] utf8) {
        try {
            JsonNode node = TREES.readValue(utf8);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new TerminologyException(WireMessages.notAnObject(kind(node)));
        } catch (IOException e) {
            throw malformed(e, DEPTH);
        }
    }

    /** As {@link #parse}, of text. */
    public static ObjectNode parseText(String json) {
        return parse(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The value that a parser stands at the beginning of. */
    static JsonNode tree(JsonParser parser) throws IOException {
        return SUBTREES.readTree(parser);
    }

    /** What a parser complained of, as an answer for the client. */
    static TerminologyException malformed(IOException e, int depth) {
        if (e instanceof StreamConstraintsException && complaint(e).contains("nesting depth")) {
            return new TerminologyException(WireMessages.tooDeep(depth));
        }
        return new TerminologyException(WireMessages.malformedJson(complaint(e)));
    }

    private static String complaint(IOException e) {
        if (!(e instanceof JsonProcessingException problem)) {
            return String.valueOf(e.getMessage());
        }
        JsonLocation at = problem.getLocation();
        String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return problem.getOriginalMessage() + where;
    }

    /** How errors name a JSON type. */
    static String kind(JsonNode node) {
        if (node.isMissingNode()) {
            return "nothing";
        }
        String type = node.getNodeType().name().toLowerCase(Locale.ROOT);
        return switch (node.getNodeType()) {
            case ARRAY, OBJECT -> "an " + type;
            case NULL -> "null";
            default -> "a " + type;
        };
    }
}
