package org.fixator.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.fixator.valueset.DefinitionSource;

/**
 * Repeats a value set's own elements from its source, without reading more of it than is repeated: {@link ValueSetReader}
 * puts compose and expansion last.
 */
final class ValueSetHeaderWriter {

    /** What an expansion never repeats; {@code meta} is of the stored resource and not of this one. */
    private static final Set<String> NEVER = Set.of("resourceType", "text", "meta", "expansion");

    /** What says which value set was expanded; the rest is its definition and repeated only where that is asked for. */
    private static final Set<String> IDENTITY = Set.of(
            "id",
            "implicitRules",
            "language",
            "url",
            "identifier",
            "version",
            "name",
            "title",
            "status",
            "experimental",
            "date",
            "publisher",
            "copyright");

    /** R5 has more; R4's clients would stumble over it. */
    private static final Set<String> R4 = Set.of(
            "id",
            "implicitRules",
            "language",
            "contained",
            "extension",
            "modifierExtension",
            "url",
            "identifier",
            "version",
            "name",
            "title",
            "status",
            "experimental",
            "date",
            "publisher",
            "contact",
            "description",
            "useContext",
            "jurisdiction",
            "immutable",
            "purpose",
            "copyright",
            "compose");

    private final JsonBytes json;
    private final boolean r5;
    private final boolean definition;
    private final List<String> notices;
    private boolean hasCopyright;

    /**
     * @param notices lines that the copyright element has to hold
     */
    ValueSetHeaderWriter(JsonBytes json, boolean r5, boolean definition, List<String> notices) {
        this.json = json;
        this.r5 = r5;
        this.definition = definition;
        this.notices = notices;
    }

    void write(DefinitionSource source) {
        if (!definition && notices.isEmpty()) {
            json.continued(source.repeated(ValueSetHeaderWriter::identity));
        } else {
            write(source.json());
        }
    }

    /** What every expansion repeats, in R4 as in R5. */
    private static byte[] identity(String source) {
        JsonBytes members = new JsonBytes();
        new ValueSetHeaderWriter(members, false, false, List.of()).write(source);
        return members.bytes();
    }

    private void write(String source) {
        try (JsonParser parser = Json.FACTORY.createParser(source)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("compose")) {
                    notices();
                }
                if (!definition && name.equals("compose")) {
                    return;
                }
                if (name.equals("copyright")) {
                    copyright(parser.getText());
                    continue;
                }
                if (name.equals("extension") && !definition) {
                    webSource(Json.tree(parser));
                } else if (repeated(name)) {
                    member(name, parser, source);
                } else {
                    parser.skipChildren();
                }
            }
            notices();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the source was written by the reader
        }
    }

    /** The value set's own words, and then those of the code systems that are not in them. */
    private void copyright(String own) {
        StringBuilder text = new StringBuilder(own);
        notices.stream().filter(notice -> !own.contains(notice)).forEach(notice -> text.append('\n')
                .append(notice));
        json.member("copyright", text.toString());
        hasCopyright = true;
    }

    private void notices() {
        if (!hasCopyright && !notices.isEmpty()) {
            json.member("copyright", String.join("\n", notices));
            hasCopyright = true;
        }
    }

    /** Of the extensions only the one that leads a human to the value set's page. */
    private void webSource(JsonNode extensions) {
        for (JsonNode extension : extensions) {
            if (ExtensionUrls.WEB_SOURCE.equals(extension.path("url").asText())) {
                json.name("extension").array().raw(extension.toString()).endArray();
                return;
            }
        }
    }

    private boolean repeated(String name) {
        String element = name.startsWith("_") ? name.substring(1) : name;
        return !NEVER.contains(element) && (definition || IDENTITY.contains(element)) && (r5 || R4.contains(element));
    }

    private void member(String name, JsonParser parser, String source) throws IOException {
        if (name.equals("compose") && !r5) {
            json.name(name).raw(r4((ObjectNode) Json.tree(parser)).toString());
            return;
        }
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        int end = (int) parser.currentLocation().getCharOffset();
        json.name(name).raw(source.substring(start, end));
    }

    /** R5's properties of a compose become extensions; its notices of an include have no place in R4. */
    private static ObjectNode r4(ObjectNode compose) {
        JsonNode properties = compose.remove("property");
        if (properties != null) {
            ArrayNode extensions = compose.withArray("extension");
            properties.forEach(property -> extensions
                    .addObject()
                    .put("url", ExtensionUrls.COMPOSE_PROPERTY)
                    .put("valueString", property.asText()));
        }
        for (String side : new String[] {"include", "exclude"}) {
            compose.path(side).forEach(include -> ((ObjectNode) include).remove("copyright"));
        }
        return compose;
    }
}
