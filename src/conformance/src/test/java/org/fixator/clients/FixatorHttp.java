package org.fixator.clients;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.utilities.json.parser.JsonParser;
import org.jspecify.annotations.Nullable;

/** Requests to a server, as any client makes them, with answers as JSON. */
final class FixatorHttp {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    FixatorHttp(URI root) {
        this.base = root + "/fhir";
    }

    /** An answer of any status. */
    record Answer(int status, JsonObject body) {

        boolean isOk() {
            return status == 200;
        }

        /** A boolean of Parameters. */
        boolean flag(String name) throws IOException {
            for (JsonObject parameter : body.getJsonObjects("parameter")) {
                if (name.equals(parameter.asString("name"))) {
                    return parameter.asBoolean("valueBoolean");
                }
            }
            throw new IOException("No " + name + " in " + body);
        }
    }

    String base() {
        return base;
    }

    /** @param path below the base, or a whole URL */
    Answer get(String path) throws IOException, InterruptedException {
        String url = path.startsWith("http") ? path : base + path;
        return send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    Answer post(String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(json)));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(
                request.header("Accept", "application/fhir+json")
                        .timeout(PATIENCE)
                        .build(),
                BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), JsonParser.parseObject(new ByteArrayInputStream(answer.body())));
    }

    Answer expand(String url, @Nullable String version, int count) throws IOException, InterruptedException {
        String pinned = version == null ? "" : "&valueSetVersion=" + encode(version);
        return get("/ValueSet/$expand?url=" + encode(url) + pinned + "&count=" + count);
    }

    boolean isIn(String valueSet, String system, String code) throws IOException, InterruptedException {
        Answer answer = get("/ValueSet/$validate-code?url=" + encode(valueSet) + "&system=" + encode(system) + "&code="
                + encode(code));
        return answer.isOk() && answer.flag("result");
    }

    /** Url and version of everything of a type that is stored, page by page. */
    Set<String> canonicals(String type) throws IOException, InterruptedException {
        Set<String> canonicals = new TreeSet<>();
        String next = "/" + type + "?_elements=url,version&_count=500";
        while (!next.isEmpty()) {
            JsonObject page = get(next).body();
            for (JsonObject entry : page.getJsonObjects("entry")) {
                JsonObject resource = entry.getJsonObject("resource");
                canonicals.add(resource.asString("url") + "|" + resource.asString("version"));
            }
            next = "";
            for (JsonObject link : page.getJsonObjects("link")) {
                if ("next".equals(link.asString("relation"))) {
                    next = link.asString("url");
                }
            }
        }
        return canonicals;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
