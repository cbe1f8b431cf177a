package org.fixator.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A batch of which every entry calls a terminology operation, read without building a bundle: what an entry sends stays
 * the bytes that it was.
 */
record BatchCalls(List<Call> calls) {
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * One entry.
     *
     * @param query of its url, undecoded
     * @param body the resource that it sends
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Call(OperationTarget target, @Nullable String query, byte @Nullable [] body) {}

    /** What is read of an entry's request, and where its resource stands. */
    private static final class Entry {
        private @Nullable String method;
        private @Nullable String url;
        private byte @Nullable [] resource;
    }

    /**
     * Reads a bundle as the client sent it, in UTF-8.
     *
     * @param base absolute url of the endpoint, which urls of entries may begin with
     * @return empty where it is anything but a well-formed batch of such calls: others know what is wrong with it
     */
    static Optional<BatchCalls> read(byte[] body, String base) {
        if (!isUtf8(body)) {
            return Optional.empty();
        }
        try (JsonParser json = JSON.createParser(body)) {
            return read(json, body, base);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** JSON in another encoding begins with a byte of zero or a mark. */
    private static boolean isUtf8(byte[] body) {
        return body.length > 3 && body[0] > 0 && body[1] > 0 && body[2] > 0 && body[3] > 0;
    }

    private static Optional<BatchCalls> read(JsonParser json, byte[] body, String base) throws IOException {
        String resourceType = null;
        String type = null;
        List<Call> calls = null;
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("resourceType") && resourceType == null) {
                resourceType = json.getValueAsString("");
            } else if (name.equals("type") && type == null) {
                type = json.getValueAsString("");
            } else if (name.equals("entry") && calls == null && value == JsonToken.START_ARRAY) {
                calls = calls(json, body, base);
                if (calls == null) {
                    return Optional.empty();
                }
            } else if (List.of("resourceType", "type", "entry").contains(name)) {
                return Optional.empty();
            }
            json.skipChildren();
        }
        boolean whole = json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
        boolean batch = "Bundle".equals(resourceType) && "batch".equals(type);
        return whole && batch && calls != null && !calls.isEmpty()
                ? Optional.of(new BatchCalls(calls))
                : Optional.empty();
    }

    private static @Nullable List<Call> calls(JsonParser json, byte[] body, String base) throws IOException {
        List<Call> calls = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            Entry entry = entry(json, body);
            Call call = entry == null ? null : call(entry, base);
            if (call == null) {
                return null;
            }
            calls.add(call);
        }
        return json.currentToken() == JsonToken.END_ARRAY ? calls : null;
    }

    /** @return {@code null} where a part comes twice or is of another kind than it should be */
    private static @Nullable Entry entry(JsonParser json, byte[] body) throws IOException {
        Entry entry = new Entry();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("resource")) {
                if (entry.resource != null || value != JsonToken.START_OBJECT) {
                    return null;
                }
                int start = Math.toIntExact(json.currentTokenLocation().getByteOffset());
                json.skipChildren();
                int end = Math.toIntExact(json.currentLocation().getByteOffset());
                entry.resource = Arrays.copyOfRange(body, start, end);
            } else if (name.equals("request")) {
                if (value != JsonToken.START_OBJECT || !request(json, entry)) {
                    return null;
                }
            } else {
                json.skipChildren();
            }
        }
        return entry;
    }

    private static boolean request(JsonParser json, Entry entry) throws IOException {
        boolean once = true;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("method")) {
                once &= entry.method == null;
                entry.method = json.getValueAsString("");
            } else if (name.equals("url")) {
                once &= entry.url == null;
                entry.url = json.getValueAsString("");
            }
            json.skipChildren();
        }
        return once;
    }

    private static @Nullable Call call(Entry entry, String base) {
        if (entry.method == null || entry.url == null) {
            return null;
        }
        EntryUrl url = EntryUrl.under(base, entry.url);
        return OperationTarget.ofEntry(entry.method, url)
                .map(target -> new Call(target, url.query(), entry.resource))
                .orElse(null);
    }
}
