package org.fixator.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.fixator.codesystem.CodeSystemBuilder;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;

/** Streams {@code CodeSystem.concept} into a builder: one concept is held at a time, with those that it is nested in. */
final class ConceptStream {

    private static final Element CODE_SYSTEM =
            new Element(JsonNodeFactory.instance.objectNode(), null, "CodeSystem", -1);

    private final JsonParser parser;
    private final CodeSystemBuilder builder;

    ConceptStream(JsonParser parser, CodeSystemBuilder builder) {
        this.parser = parser;
        this.builder = builder;
    }

    /** Reads the array that the parser stands at the beginning of. */
    void read() throws IOException {
        array(CODE_SYSTEM);
    }

    private void array(Element parent) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw wrong(parent, "concept", "an array");
        }
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw wrong(parent, "concept[" + index + "]", "an object");
            }
            concept(parent, index++);
        }
    }

    /** Children are read where they stand, the concept's own elements when all have been seen. */
    private void concept(Element parent, int index) throws IOException {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        Element concept = new Element(own, parent, "concept", index);
        builder.begin();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("concept")) {
                array(concept);
            } else {
                own.set(name, Json.tree(parser));
            }
        }
        add(concept);
        builder.end();
    }

    private void add(Element concept) {
        builder.code(concept.required("code"));
        String display = concept.nonEmpty("display");
        if (display != null) {
            builder.display(display);
        }
        String definition = concept.nonEmpty("definition");
        if (definition != null) {
            builder.definition(definition);
        }
        concept.map("designation", DesignationReader::read).forEach(builder::designation);
        concept.map("property", PropertyReader::read).forEach(builder::property);
        concept.extensions().forEach(builder::extension);
    }

    private TerminologyException wrong(Element holder, String member, String expected) {
        String found = String.valueOf(parser.currentToken());
        return new TerminologyException(WireMessages.wrongType(holder.path(member), expected, found));
    }
}
