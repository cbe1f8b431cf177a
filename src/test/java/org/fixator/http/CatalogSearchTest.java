package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.fixator.app.ServingContent;
import org.fixator.catalog.ResourceKey;
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
