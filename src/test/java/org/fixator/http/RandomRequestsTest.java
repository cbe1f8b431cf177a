package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.fixator.app.ServingContent;
import org.fixator.http.RandomRequests.Ask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever is asked is answered below 500, and alike by the hot path and by HAPI. {@code -Dfixator.random.requests} says how
 * many requests, {@code -Dfixator.random.seed} replays a run, and with {@code -Dfixator.random.ways=true} a third each is
 * asked in a batch and in XML too.
 */
class RandomRequestsTest extends ServingContent {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int REQUESTS = Integer.getInteger("fixator.random.requests", 500);

    private static final boolean OTHER_WAYS = Boolean.getBoolean("fixator.random.ways");

    private final long seed = Long.getLong("fixator.random.seed", 20697L);
    private final List<String> stored = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private int refused;

    @Test
    void noRequestBreaksTheServerAndBothWaysAgree() {
        System.out.println(REQUESTS + " random requests, -Dfixator.random.seed=" + seed);
        RandomRequests requests = new RandomRequests(seed);
        for (int i = 0; i < REQUESTS && wrong.size() < 20; i++) {
            if (i % 50 == 0) {
                store(requests.resources(), i);
            }
            ask(requests.next(), i);
        }
        assertThat(wrong).as("seed " + seed).isEmpty();
        // Neither is everything refused nor nothing: the requests are worth something.
        assertThat(refused).isBetween(REQUESTS / 10, REQUESTS * 9 / 10);
    }

    @AfterEach
    void forget() {
        stored.stream()
                .distinct()
                .forEach(path -> send("DELETE", path, null, List.of("Authorization", "Bearer " + token())));
    }

    /** Stores a random resource, which the server may refuse. */
    private void store(RandomResources resources, int number) {
        String type = resources.any(List.of("CodeSystem", "ValueSet", "ConceptMap"));
        String id = "random-" + (type.equals("CodeSystem") ? "cs" : type.equals("ValueSet") ? "vs" : "cm");
        ObjectNode resource = resources.resource(type).put("id", id);
        String path = "/fhir/" + type + "/" + id;
        HttpResponse<String> answer = send(
                "PUT",
                path,
                resource.toString(),
                List.of("Authorization", "Bearer " + token(), "Content-Type", "application/fhir+json"));
        if (answer.statusCode() >= 500) {
            wrong.add(number + ": PUT " + resource + " gives " + answer.body());
        }
        if (answer.statusCode() < 300) {
            stored.add(path);
        }
    }

    private void ask(Ask ask, int number) {
        HttpResponse<String> hot = send(ask, ask.path());
        HttpResponse<String> slow = send(ask, ask.path() + (ask.path().contains("?") ? "&" : "?") + "_pretty=true");
        String what = number + ": " + ask + " gives " + hot.statusCode() + " " + hot.body();
        if (hot.statusCode() >= 400) {
            refused++;
        }
        int before = wrong.size();
        if (hot.statusCode() >= 500 || !isOutcomeIfRefused(hot)) {
            wrong.add(what);
        } else if (hot.statusCode() != slow.statusCode() || !tree(hot.body()).equals(tree(slow.body()))) {
            wrong.add(what + "\n    the other way " + slow.statusCode() + " " + slow.body());
        }
        if (OTHER_WAYS && wrong.size() == before && number % 3 == 1) {
            askInBatch(ask, hot, what);
        } else if (OTHER_WAYS && wrong.size() == before && number % 3 == 2) {
            askInXml(ask, hot, what);
        }
        if (wrong.size() > before) {
            System.out.println(wrong.get(before));
        }
    }

    private void askInBatch(Ask ask, HttpResponse<String> plain, String what) {
        Ask batch = OtherWays.batch(ask);
        if (batch == null) {
            return;
        }
        HttpResponse<String> answer = send(batch, batch.path());
        OtherWays.Entry entry = OtherWays.entry(answer.body());
        // a bundle with a broken entry is refused as a whole, as the entry is alone
        boolean refusedWhole = answer.statusCode() >= 400 && answer.statusCode() < 500 && plain.statusCode() >= 400;
        boolean same = entry.status().equals(String.valueOf(plain.statusCode()))
                && tree(entry.resource().toString()).equals(tree(plain.body()));
        if (!refusedWhole && !same) {
            wrong.add(what + "\n    in a batch " + answer.statusCode() + " " + answer.body());
        }
    }

    private void askInXml(Ask ask, HttpResponse<String> plain, String what) {
        Ask xml = OtherWays.xml(ask);
        if (xml == null) {
            return;
        }
        HttpResponse<String> answer = send(xml, xml.path());
        String expected = OtherWays.read(ask, plain.body());
        String read = OtherWays.read(ask, answer.body());
        boolean same = answer.statusCode() == plain.statusCode()
                && (expected == null || read == null || tree(read).equals(tree(expected)));
        if (!same) {
            wrong.add(what + "\n    in XML " + answer.statusCode() + " " + answer.body());
        }
    }

    private static boolean isOutcomeIfRefused(HttpResponse<String> answer) {
        String type = tree(answer.body()).path("resourceType").asText();
        return answer.statusCode() < 400 || type.equals("OperationOutcome");
    }

    private HttpResponse<String> send(Ask ask, String path) {
        return send(ask.body() == null ? "GET" : "POST", path, ask.body(), ask.headers());
    }

    private HttpResponse<String> send(String method, String path, @Nullable String body, List<String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without what differs from one expansion to the next. */
    private static JsonNode tree(String body) {
        try {
            JsonNode tree = JSON.readTree(body);
            if (tree.path("expansion") instanceof ObjectNode expansion) {
                expansion.remove(List.of("identifier", "timestamp"));
            }
            return withoutEmpty(tree);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(body);
        }
    }

    /** HAPI leaves out empty texts, arrays and objects, which FHIR does not allow and a client may send all the same. */
    private static JsonNode withoutEmpty(JsonNode node) {
        for (Iterator<JsonNode> children = node.iterator(); children.hasNext(); ) {
            JsonNode child = withoutEmpty(children.next());
            boolean empty = (child.isContainerNode() && child.isEmpty())
                    || child.isNull()
                    || (child.isTextual() && child.asText().isBlank());
            if (empty && !(node instanceof ArrayNode)) {
                children.remove();
            }
        }
        return node;
    }
}
