package org.fixator.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The tag of a resource that leaves out a part of what it stands for. */
public final class Subsetted {

    public static final String SYSTEM = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";
    public static final String CODE = "SUBSETTED";

    private static final JsonFactory FACTORY = new JsonFactory();

    private Subsetted() {}

    /** Whether a resource bears the tag. The rest of it is skipped. */
    static boolean isTagged(byte[] resource) {
        try (JsonParser parser = FACTORY.createParser(resource)) {
            parser.nextToken();
            return enter(parser, "meta", JsonToken.START_OBJECT)
                    && enter(parser, "tag", JsonToken.START_ARRAY)
                    && anyTag(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes to a member of the object that the parser stands in. */
    private static boolean enter(JsonParser parser, String member, JsonToken opening) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = parser.currentName().equals(member);
            if (parser.nextToken() == opening && wanted) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static boolean anyTag(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            boolean coded = false;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean code = parser.currentName().equals("code");
                parser.nextToken();
                coded |= code && CODE.equals(parser.getText());
                parser.skipChildren();
            }
            if (coded) {
                return true;
            }
        }
        return false;
    }
}
