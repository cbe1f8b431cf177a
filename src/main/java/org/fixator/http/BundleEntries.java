package org.fixator.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The method and url of each request in a bundle, read without building the bundle. */
final class BundleEntries {
    /** Two members of one name would let two readers see two different requests. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    record Entry(String method, String url) {}

    private BundleEntries() {}

    static List<Entry> read(byte[] body, boolean xml) {
        try {
            return xml ? readXml(body) : readJson(body);
        } catch (JsonProcessingException e) {
            throw new RefusedException(
                    new Refusal(400, "structure", "Not a bundle in JSON: " + e.getOriginalMessage()));
        } catch (XMLStreamException e) {
            throw new RefusedException(new Refusal(400, "structure", "Not a bundle in XML: " + e.getMessage()));
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory failed", e);
        }
    }

    private static List<Entry> readJson(byte[] body) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (JsonParser json = JSON.createParser(new String(body, StandardCharsets.UTF_8))) {
            expect(json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean isEntry = json.currentName().equals("entry");
                JsonToken value = json.nextToken();
                if (isEntry) {
                    expect(value, JsonToken.START_ARRAY);
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        entries.add(jsonEntry(json));
                    }
                    expect(json.currentToken(), JsonToken.END_ARRAY);
                } else {
                    json.skipChildren();
                }
            }
            expect(json.nextToken(), null);
        }
        return entries;
    }

    private static Entry jsonEntry(JsonParser json) throws IOException {
        String method = "";
        String url = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean isRequest = json.currentName().equals("request");
            JsonToken value = json.nextToken();
            if (!isRequest || value != JsonToken.START_OBJECT) {
                json.skipChildren();
                continue;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals("method")) {
                    method = json.getValueAsString("");
                } else if (name.equals("url")) {
                    url = json.getValueAsString("");
                }
                json.skipChildren();
            }
        }
        return new Entry(method, url);
    }

    private static void expect(@Nullable JsonToken found, @Nullable JsonToken expected) {
        if (found != expected) {
            throw new RefusedException(new Refusal(400, "structure", "The body is not a bundle"));
        }
    }

    private static List<Entry> readXml(byte[] body) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(body), "UTF-8");
        List<Entry> entries = new ArrayList<>();
        List<String> path = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                path.add(xml.getLocalName());
                collectXml(path, xml, entries);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                path.remove(path.size() - 1);
            }
        }
        return entries;
    }

    private static void collectXml(List<String> path, XMLStreamReader xml, List<Entry> entries) {
        if (path.equals(List.of("Bundle", "entry"))) {
            entries.add(new Entry("", ""));
        } else if (path.equals(List.of("Bundle", "entry", "request", "method"))) {
            Entry last = last(entries);
            replaceLast(entries, new Entry(once(last.method(), value(xml)), last.url()));
        } else if (path.equals(List.of("Bundle", "entry", "request", "url"))) {
            Entry last = last(entries);
            replaceLast(entries, new Entry(last.method(), once(last.url(), value(xml))));
        }
    }

    private static String once(String before, String now) {
        if (!before.isEmpty()) {
            throw new RefusedException(new Refusal(400, "structure", "An entry of the bundle has two requests"));
        }
        return now;
    }

    private static Entry last(List<Entry> entries) {
        return entries.get(entries.size() - 1);
    }

    private static void replaceLast(List<Entry> entries, Entry entry) {
        entries.set(entries.size() - 1, entry);
    }

    private static String value(XMLStreamReader xml) {
        String value = xml.getAttributeValue(null, "value");
        return value == null ? "" : value;
    }
}
