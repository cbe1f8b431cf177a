package org.fixator.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.fixator.codesystem.CodeSystemBuilder;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CodeSystem resource, R4 and R5 alike, in one pass and without holding its concepts as a tree. JSON gives
 * members no order: what the resource says of itself may stand before or after the concepts.
 *
 * @see <a href="https://hl7.org/fhir/R5/codesystem.html">CodeSystem</a>
 */
public final class CodeSystemReader {

    /** A hierarchy of concepts takes two levels of JSON for each of its own. */
    private static final int DEPTH = 500;

    private static final JsonFactory FACTORY = Json.factory(DEPTH);

    private CodeSystemReader() {}

    /**
     * What the resource says of itself, without its concepts.
     *
     * @throws TerminologyException (400) naming the element that is missing or has a wrong type or value
     */
    public static CodeSystemDescription describe(JsonSource source) {
        return parse(source, null);
    }

    /**
     * The code system, ready to answer.
     *
     * @throws TerminologyException (400) naming the element that is missing or has a wrong type or value; (422) where the
     *     concepts contradict one another, as {@link CodeSystemBuilder#build} says
     */
    public static TableCodeSystem read(JsonSource source) {
        CodeSystemBuilder builder = new CodeSystemBuilder();
        builder.describe(parse(source, builder));
        return builder.build();
    }

    /** As {@link #read}, of a resource that came inside another one. */
    public static TableCodeSystem readTree(ObjectNode resource) {
        CodeSystemBuilder builder = new CodeSystemBuilder();
        try (JsonParser parser = resource.traverse()) {
            builder.describe(parse(parser, builder));
        } catch (IOException e) {
            throw Json.malformed(e, DEPTH);
        }
        return builder.build();
    }

    private static CodeSystemDescription parse(JsonSource source, @Nullable CodeSystemBuilder builder) {
        try (JsonParser parser = FACTORY.createParser(source.open())) {
            return parse(parser, builder);
        } catch (IOException e) {
            throw Json.malformed(e, DEPTH);
        }
    }

    private static CodeSystemDescription parse(JsonParser parser, @Nullable CodeSystemBuilder builder)
            throws IOException {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            throw new TerminologyException(WireMessages.notAnObject(String.valueOf(first)));
        }
        ObjectNode header = header(parser, builder);
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "Content after the end of the resource");
        }
        return CodeSystemHeader.read(header);
    }

    private static ObjectNode header(JsonParser parser, @Nullable CodeSystemBuilder builder) throws IOException {
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "text", "contained" -> parser.skipChildren();
                case "concept" -> {
                    if (builder == null) {
                        parser.skipChildren();
                    } else {
                        new ConceptStream(parser, builder).read();
                    }
                }
                default -> header.set(name, Json.tree(parser));
            }
        }
        return header;
    }
}
