package org.fixator.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;
import org.jspecify.annotations.Nullable;

/**
 * Streams {@code CodeSystem.concept}: one concept is held at a time, with those that it is nested in.
 *
 * <p>The trap: JSON gives members no order, so a concept's own elements may stand behind its children. Where the first
 * pass saw such a concept, children are buffered until their parent is complete.
 */
final class ConceptStream {

    private final ConceptSink sink;
    private final boolean late;

    ConceptStream(ConceptSink sink, boolean late) {
        this.sink = sink;
        this.late = late;
    }

    /** Whether an object in the array has a member behind its {@code concept}; the parser is left at the array's end. */
    static boolean anyLate(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return false;
        }
        boolean late = false;
        Deque<Boolean> nested = new ArrayDeque<>();
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return late; // the parser itself complains of a premature end
            }
            switch (token) {
                case START_ARRAY -> depth++;
                case END_ARRAY -> depth--;
                case START_OBJECT -> nested.push(false);
                case END_OBJECT -> nested.pop();
                case FIELD_NAME -> {
                    late |= nested.peek();
                    if (parser.currentName().equals("concept")) {
                        nested.pop();
                        nested.push(true);
                    }
                }
                default -> {}
            }
        }
        return late;
    }

    /** Reads the array that the parser stands at the beginning of. */
    void read(JsonParser parser, Element codeSystem) throws IOException {
        array(parser, codeSystem, null);
    }

    private void array(JsonParser parser, Element parent, @Nullable String parentCode) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw wrong(parent, "concept", "an array", parser);
        }
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw wrong(parent, "concept[" + index + "]", "an object", parser);
            }
            concept(parser, parent, parentCode, index++);
        }
    }

    private void concept(JsonParser parser, Element parent, @Nullable String parentCode, int index) throws IOException {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        Element concept = new Element(own, parent, "concept", index);
        TokenBuffer children = null;
        boolean delivered = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (!name.equals("concept")) {
                own.set(name, Json.tree(parser));
            } else if (late) {
                children = new TokenBuffer(parser);
                children.copyCurrentStructure(parser);
            } else {
                sink.concept(row(concept, parentCode));
                delivered = true;
                array(parser, concept, concept.required("code"));
            }
        }
        if (!delivered) {
            sink.concept(row(concept, parentCode));
        }
        if (children != null) {
            JsonParser buffered = children.asParser();
            buffered.nextToken();
            array(buffered, concept, concept.required("code"));
        }
    }

    private static ConceptRow row(Element concept, @Nullable String parentCode) {
        return new ConceptRow(
                parentCode,
                concept.required("code"),
                concept.nonEmpty("display"),
                concept.nonEmpty("definition"),
                concept.map("designation", DesignationReader::read),
                concept.map("property", PropertyReader::read),
                concept.extensions());
    }

    private static TerminologyException wrong(Element holder, String member, String expected, JsonParser parser) {
        String found = String.valueOf(parser.currentToken());
        return new TerminologyException(WireMessages.wrongType(holder.path(member), expected, found));
    }
}
