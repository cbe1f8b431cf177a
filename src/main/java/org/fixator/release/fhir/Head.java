package org.fixator.release.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.fixator.release.PackagedResource;
import org.jspecify.annotations.Nullable;

/**
 * What a resource says of itself.
 *
 * @param content of a CodeSystem, FHIR's code
 */
record Head(@Nullable String url, @Nullable String version, @Nullable String content) {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** @param resource well-formed JSON */
    static Head of(PackagedResource resource) {
        String url = null;
        String version = null;
        String content = null;
        try (JsonParser parser = FACTORY.createParser(resource.json())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_STRING) {
                    parser.skipChildren();
                } else if (name.equals("url")) {
                    url = parser.getText();
                } else if (name.equals("version")) {
                    version = parser.getText();
                } else if (name.equals("content")) {
                    content = parser.getText();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it was read once already
        }
        return new Head(url, version, content);
    }

    /** How a resource is told from others of its type: url and version. */
    String canonical() {
        return version == null ? String.valueOf(url) : url + "|" + version;
    }
}
