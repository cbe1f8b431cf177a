package org.fixator.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;

/**
 * Reads a CodeSystem resource, R4 and R5 alike, without holding its concepts: a first pass reads what the resource says
 * of itself, which may stand before or after the concepts, a second one streams the concepts.
 *
 * @see <a href="https://hl7.org/fhir/R5/codesystem.html">CodeSystem</a>
 */
public final class CodeSystemReader {

    /** A hierarchy of concepts takes two levels of JSON for each of its own. Concepts are never held as a tree. */
    private static final JsonFactory FACTORY = Json.factory(500);

    private CodeSystemReader() {}

    /**
     * What the resource says of itself.
     *
     * @throws TerminologyException (400) naming the element that is missing or has a wrong type or value
     */
    public static CodeSystemDescription describe(JsonSource source) {
        try {
            return CodeSystemHeader.read(header(source).resource());
        } catch (IOException e) {
            throw Json.malformed(e);
        }
    }

    /**
     * Reads description and concepts.
     *
     * @throws TerminologyException (400) naming the element that is missing or has a wrong type or value
     */
    public static void read(JsonSource source, ConceptSink sink) {
        try {
            Header header = header(source);
            sink.begin(CodeSystemHeader.read(header.resource()));
            concepts(source, header, sink);
        } catch (IOException e) {
            throw Json.malformed(e);
        }
    }

    /**
     * The resource without concepts and narrative.
     *
     * @param late whether an element of a concept stands behind the concepts nested in it
     */
    private record Header(ObjectNode resource, boolean late) {}

    private static Header header(JsonSource source) throws IOException {
        try (JsonParser parser = FACTORY.createParser(source.open())) {
            requireObject(parser);
            ObjectNode resource = JsonNodeFactory.instance.objectNode();
            boolean late = false;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "concept" -> late = ConceptStream.anyLate(parser);
                    case "text", "contained" -> parser.skipChildren();
                    default -> resource.set(name, Json.tree(parser));
                }
            }
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "Content after the end of the resource");
            }
            return new Header(resource, late);
        }
    }

    private static void concepts(JsonSource source, Header header, ConceptSink sink) throws IOException {
        try (JsonParser parser = FACTORY.createParser(source.open())) {
            requireObject(parser);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("concept")) {
                    new ConceptStream(sink, header.late()).read(parser, Element.of(header.resource()));
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    private static void requireObject(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            throw new TerminologyException(WireMessages.notAnObject(String.valueOf(first)));
        }
    }
}
