package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.fixator.app.ServingContent;
import org.fixator.catalog.ResourceKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A search by url is answered from the catalog as HAPI answers it; {@code _pretty=false} sends it to HAPI. */
class CatalogSearchTest extends ServingContent {
    private static final String URL = "http://example.org/fhir/ValueSet/catalog-search";

    @Autowired
    private FoundResources found;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ValueSet?url=https://fixator.example.org/fhir/ValueSet/cpt-20697-indications",
                "ValueSet?url=https%3A%2F%2Ffixator.example.org%2Ffhir%2FValueSet%2Fcpt-20697-indications&_summary=true",
                "ValueSet?url=https://fixator.example.org/fhir/ValueSet/cpt-20697-modifiers&_elements=url,version",
                "ValueSet?url=https://fixator.example.org/fhir/ValueSet/cpt-20697-modifiers&version=0.1.0&_format=json",
                "CodeSystem?url=http://www.ama-assn.org/go/cpt&version=2026",
                "CodeSystem?url=http://www.ama-assn.org/go/cpt&version=2026&_summary=true",
                "CodeSystem?version=2026&url=http://www.ama-assn.org/go/cpt&_summary=data",
                "CodeSystem?url=http://www.ama-assn.org/go/cpt&version=none",
                "CodeSystem?url=http://example.org/nothing",
                "CodeSystem?url=https://fixator.example.org/fhir/CodeSystem/source-document-cpt",
                "ConceptMap?url=https://fixator.example.org/fhir/ConceptMap/cpt-20697-related",
                "ConceptMap?url=https://fixator.example.org/fhir/ConceptMap/cpt-20697-related&_count=10",
            })
    void bothWaysAnswerTheSame(String search) {
        JsonNode first = comparable(get(search));
        JsonNode again = comparable(get(search));
        assertThat(again).isEqualTo(first);
        assertThat(again).isEqualTo(comparable(get(search + "&_pretty=false")));
    }

    private static JsonNode comparable(JsonNode bundle) {
        assertThat(bundle.path("type").asText()).isEqualTo("searchset");
        ObjectNode copy = bundle.deepCopy();
        copy.remove("id");
        ((ObjectNode) copy.get("meta")).remove("lastUpdated");
        ObjectNode link = (ObjectNode) copy.path("link").get(0);
        link.put("url", link.get("url").asText().replace("_pretty=false&", ""));
        return copy;
    }

    /** HAPI's answer has no link to itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ValueSet?url=https://fixator.example.org/fhir/ValueSet/cpt-20697-indications&_summary=count",
                "CodeSystem?_summary=count",
            })
    void bothWaysCountTheSame(String search) {
        ObjectNode own = (ObjectNode) get(search);
        assertThat(link(own, "self")).startsWith(base() + "/").contains("_summary=count");
        own.remove("link");
        ObjectNode hapi = (ObjectNode) get(search + "&_pretty=false");
        for (ObjectNode bundle : List.of(own, hapi)) {
            bundle.remove("id");
            ((ObjectNode) bundle.get("meta")).remove("lastUpdated");
        }
        assertThat(own).isEqualTo(hapi);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CodeSystem?_summary=true", "ValueSet?_elements=url,title", "ConceptMap?_summary=true"})
    void theLinksOfAListLeadToAllThatHapiFindsAndBack(String search) {
        Map<String, JsonNode> hapi = new TreeMap<>();
        get(search + "&_count=1000&_pretty=false").path("entry").forEach(entry -> hapi.put(id(entry), entry));
        Map<String, JsonNode> listed = new TreeMap<>();
        List<String> firstIds = new ArrayList<>();
        String back = null;
        JsonNode page = get(search + "&_count=4");
        while (true) {
            assertThat(page.path("total").asInt()).isEqualTo(hapi.size());
            List<String> ids = new ArrayList<>();
            page.path("entry").forEach(entry -> {
                ids.add(id(entry));
                assertThat(listed.put(id(entry), entry)).isNull();
            });
            firstIds.add(ids.get(0));
            back = link(page, "previous");
            String next = link(page, "next");
            if (next == null) {
                break;
            }
            page = get(relative(next));
        }
        assertThat(listed).isEqualTo(hapi);
        for (int i = firstIds.size() - 2; i >= 0; i--) {
            page = get(relative(back));
            assertThat(id(page.path("entry").path(0))).isEqualTo(firstIds.get(i));
            back = link(page, "previous");
        }
        assertThat(back).isNull();
    }

    private static String id(JsonNode entry) {
        return entry.path("resource").path("id").asText();
    }

    private static @Nullable String link(JsonNode bundle, String relation) {
        for (JsonNode link : bundle.path("link")) {
            if (link.path("relation").asText().equals(relation)) {
                return link.path("url").asText();
            }
        }
        return null;
    }

    private String relative(@Nullable String url) {
        assertThat(url).startsWith(base() + "/");
        return String.valueOf(url).substring(base().toString().length() + 1);
    }

    @Test
    void aPageBehindTheEndIsEmptyAndLeadsBack() {
        JsonNode page = get("ConceptMap?_summary=true&_count=2&_offset=1000");
        int total = page.path("total").asInt();
        assertThat(page.path("entry").size()).isZero();
        assertThat(link(page, "next")).isNull();
        assertThat(link(page, "previous")).endsWith("_offset=" + Math.max(0, total - 2) + "&_summary=true");
    }

    @Test
    void aListSeesEachWriteAtOnce() {
        int before = get("ValueSet?_summary=count").path("total").asInt();
        put("ValueSet/catalog-search-list", listed("first"));
        assertThat(get("ValueSet?_summary=count").path("total").asInt()).isEqualTo(before + 1);
        assertThat(get("ValueSet?_elements=title&_count=1000").toString()).contains("\"title\":\"first\"");
        put("ValueSet/catalog-search-list", listed("second"));
        assertThat(get("ValueSet?_elements=title&_count=1000").toString())
                .contains("\"title\":\"second\"")
                .doesNotContain("\"title\":\"first\"");
        delete("ValueSet/catalog-search-list");
        assertThat(get("ValueSet?_summary=count").path("total").asInt()).isEqualTo(before);
        assertThat(get("ValueSet?_elements=title&_count=1000").toString()).doesNotContain("\"title\":\"second\"");
    }

    /** Without a url: what has none is stored too. */
    private static String listed(String title) {
        return "{\"resourceType\":\"ValueSet\",\"id\":\"catalog-search-list\",\"title\":\"" + title
                + "\",\"status\":\"draft\"}";
    }

    @Test
    void whatHapiSaysOfAListDoesNotReachTheClient() throws IOException, InterruptedException {
        put("ValueSet/catalog-search-list", listed("anew"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(base() + "/ValueSet?_summary=true"))
                .header("Accept-Encoding", "gzip")
                .header("Origin", "http://example.org")
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        delete("ValueSet/catalog-search-list");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("gzip");
        byte[] json = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
        assertThat(new String(json, StandardCharsets.UTF_8))
                .contains("\"searchset\"")
                .endsWith("}");
        assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
    }

    /** It is kept after the client has its answer. */
    @Test
    void whatWasReadOnceIsKept() throws InterruptedException {
        ResourceKey key = new ResourceKey("ValueSet", "cpt-20697-specialties");
        get("ValueSet", "url", "https://fixator.example.org/fhir/ValueSet/cpt-20697-specialties");
        for (int i = 0; i < 100 && found.find(key, "") == null; i++) {
            Thread.sleep(50);
        }
        assertThat(found.find(key, "")).isNotNull();
    }

    /** As browsers ask: HAPI packs its answer then. */
    @Test
    void theFirstSearchOfAClientThatTakesPackedAnswersIsAnswered() throws IOException, InterruptedException {
        String url = "https://fixator.example.org/fhir/ValueSet/cpt-20697-payer-types";
        HttpRequest request = HttpRequest.newBuilder(URI.create(base() + "/ValueSet?url=" + url))
                .header("Accept-Encoding", "gzip, deflate, br")
                .build();
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"fullUrl\"", url).endsWith("}");
        }
    }

    @Test
    void aSearchSeesEachWriteAtOnce() {
        put("ValueSet/catalog-search", valueSet("first"));
        assertThat(titleAndVersion()).isEqualTo("first 1");
        assertThat(titleAndVersion()).isEqualTo("first 1");
        put("ValueSet/catalog-search", valueSet("second"));
        assertThat(titleAndVersion()).isEqualTo("second 2");
        assertThat(titleAndVersion()).isEqualTo("second 2");
        delete("ValueSet/catalog-search");
        assertThat(get("ValueSet", "url", URL).path("total").asInt()).isZero();
        put("ValueSet/catalog-search", valueSet("third"));
        assertThat(titleAndVersion()).isEqualTo("third 4");
    }

    private static String valueSet(String title) {
        return "{\"resourceType\":\"ValueSet\",\"id\":\"catalog-search\",\"url\":\"" + URL + "\",\"title\":\"" + title
                + "\",\"status\":\"draft\"}";
    }

    private String titleAndVersion() {
        JsonNode bundle = get("ValueSet", "url", URL);
        assertThat(bundle.path("total").asInt()).isEqualTo(1);
        JsonNode resource = bundle.path("entry").path(0).path("resource");
        return resource.path("title").asText() + " "
                + resource.path("meta").path("versionId").asText();
    }

    private void delete(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base() + "/" + path))
                .header("Authorization", "Bearer " + token())
                .DELETE()
                .build();
        try {
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
