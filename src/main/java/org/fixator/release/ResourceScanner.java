package org.fixator.release;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the resources in a JSON document: the document itself, or the entries of a Bundle. The whole document is read
 * once, so that what is handed on is well-formed.
 */
final class ResourceScanner {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(500).build())
            .build();

    private ResourceScanner() {}

    /**
     * @throws ReleaseException where the document is not JSON or not a resource
     */
    static void scan(String origin, byte[] document, Consumer<PackagedResource> sink) {
        byte[] json = withoutMark(document);
        try {
            Head head = head(json);
            if (head.type() == null) {
                throw new ReleaseException(origin, "it is not a FHIR resource: it has no resourceType");
            }
            if (head.type().equals("Bundle")) {
                entries(origin, json, sink);
            } else {
                sink.accept(new PackagedResource(origin, head.type(), head.id(), json));
            }
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            throw new ReleaseException(origin, "it is not JSON: " + JsonFault.of(e) + where, e);
        } catch (IOException e) {
            throw ReleaseException.unreadable(origin, e);
        }
    }

    private record Head(@Nullable String type, @Nullable String id) {}

    /** Type and id, and with them the proof that the rest is JSON. */
    private static Head head(byte[] json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            String type = null;
            String id = null;
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Head(null, null);
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("resourceType") && value == JsonToken.VALUE_STRING) {
                    type = parser.getText();
                } else if (name.equals("id") && value == JsonToken.VALUE_STRING) {
                    id = parser.getText();
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new com.fasterxml.jackson.core.JsonParseException(
                        parser, "Content after the end of the resource");
            }
            return new Head(type, id);
        }
    }

    private static void entries(String origin, byte[] bundle, Consumer<PackagedResource> sink) throws IOException {
        try (JsonParser parser = FACTORY.createParser(bundle)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isEntry = parser.currentName().equals("entry");
                if (parser.nextToken() == JsonToken.START_ARRAY && isEntry) {
                    for (int i = 0; parser.nextToken() == JsonToken.START_OBJECT; i++) {
                        entry(origin + ":entry[" + i + "]", parser, sink);
                    }
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    private static void entry(String origin, JsonParser parser, Consumer<PackagedResource> sink) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isResource = parser.currentName().equals("resource");
            if (parser.nextToken() == JsonToken.START_OBJECT && isResource) {
                scan(origin, copy(parser), sink);
            } else {
                parser.skipChildren();
            }
        }
    }

    /** Numbers are copied as they are written: 1.00 is not 1.0 in FHIR. */
    private static byte[] copy(JsonParser parser) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            generator.copyCurrentStructureExact(parser);
        }
        return out.toByteArray();
    }

    /** Without the byte order mark that some editors write. */
    private static byte[] withoutMark(byte[] utf8) {
        boolean marked = utf8.length >= 3 && utf8[0] == (byte) 0xef && utf8[1] == (byte) 0xbb && utf8[2] == (byte) 0xbf;
        return marked ? Arrays.copyOfRange(utf8, 3, utf8.length) : utf8;
    }
}
