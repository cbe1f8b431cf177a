package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.fixator.app.RunningServer;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server says of its operations, to programs that read FHIR and to those that read OpenAPI. */
class DefinitionsTest extends RunningServer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> linked(String endpoint) {
        List<String> urls = new ArrayList<>();
        for (JsonNode documentation :
                json(get(endpoint + "/metadata")).path("rest").get(0).findValues("documentation")) {
            String text = documentation.asText();
            if (text.contains("/OperationDefinition/")) {
                urls.add(text.substring(text.indexOf("http")));
            }
        }
        return urls;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/r4", "/r4b", "/r5"})
    void metadataLinksADefinitionOfEveryOperation(String endpoint) {
        FhirContext context = endpoint.equals("/r5") ? FhirContext.forR5Cached() : FhirContext.forR4Cached();
        List<String> urls = linked(endpoint);
        assertThat(urls).hasSizeGreaterThanOrEqualTo(9).allMatch(url -> url.startsWith(base() + endpoint + "/"));
        for (String url : urls) {
            JsonNode definition = json(get(url));
            IBaseResource read = context.newJsonParser()
                    .setParserErrorHandler(new StrictErrorHandler())
                    .parseResource(definition.toString());
            assertThat(read.fhirType()).isEqualTo("OperationDefinition");
            assertThat(definition.path("url").asText()).isEqualTo(url);
            assertThat(definition.path("parameter").findValuesAsText("name")).isNotEmpty();
        }
    }

    @Test
    void aDefinitionIsReadAsXmlAndFoundByItsUrl() {
        String xml = get("/OperationDefinition/ValueSet-expand", "Accept", "application/fhir+xml")
                .body();
        OperationDefinition definition =
                FhirContext.forR4Cached().newXmlParser().parseResource(OperationDefinition.class, xml);
        assertThat(definition.getBase()).isEqualTo("http://hl7.org/fhir/OperationDefinition/ValueSet-expand");
        JsonNode found = json(get("/OperationDefinition?url=" + definition.getUrl()));
        assertThat(found.at("/entry/0/resource/id").asText()).isEqualTo("ValueSet-expand");
        assertThat(get("/OperationDefinition/ValueSet-unheard-of").statusCode()).isEqualTo(404);
    }

    @Test
    void allDefinitionsAreFoundPageByPageWithThoseThatAreStored() {
        String stored = "{\"resourceType\":\"OperationDefinition\",\"id\":\"stored-one\",\"name\":\"One\","
                + "\"status\":\"active\",\"kind\":\"operation\",\"code\":\"one\",\"system\":true,\"type\":false,"
                + "\"instance\":false}";
        assertThat(write("PUT", "/OperationDefinition/stored-one", stored).statusCode())
                .isEqualTo(201);
        JsonNode all = json(get("/OperationDefinition"));
        List<String> ids = all.findValuesAsText("fullUrl");
        assertThat(ids)
                .contains(base() + "/OperationDefinition/stored-one", linked("").get(0));
        assertThat(all.path("total").asInt()).isEqualTo(ids.size()).isGreaterThan(9);
        List<String> paged = new ArrayList<>();
        for (String next = "/OperationDefinition?_count=7"; !next.isEmpty(); ) {
            JsonNode page = json(get(next));
            assertThat(page.path("total").asInt()).isEqualTo(ids.size());
            assertThat(page.path("entry").size()).isBetween(1, 7);
            paged.addAll(page.findValuesAsText("fullUrl"));
            next = page.at("/link/1/url").asText();
        }
        assertThat(paged).isEqualTo(ids);
        JsonNode one = json(get("/OperationDefinition?_count=0"));
        assertThat(one.path("total").asInt()).isEqualTo(ids.size());
        assertThat(one.has("entry")).isFalse();
        assertThat(get("/OperationDefinition?_count=1&_format=xml").body()).startsWith("<Bundle");
        assertThat(json(get("/OperationDefinition?name=One")).path("total").asInt())
                .isEqualTo(1);
    }

    @Test
    void aParameterThatIsRefusedIsNamedAndNotOffered() {
        JsonNode definition = json(get("/OperationDefinition/CodeSystem-lookup"));
        assertThat(definition.path("description").asText()).contains("check-valueset-version", "is refused");
        assertThat(definition.path("parameter").findValuesAsText("name"))
                .contains("code", "system", "date")
                .doesNotContain("check-valueset-version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/r4b", "/r5"})
    void everyRouteThatOpenApiDescribesIsThere(String endpoint) {
        JsonNode api = json(get(endpoint + "/openapi.json"));
        assertThat(api.path("openapi").asText()).startsWith("3.1");
        String server = api.at("/servers/0/url").asText();
        assertThat(server).isEqualTo(base() + endpoint);
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    String url = server + path.getKey().replace("{id}", "none").replace("{version}", "1");
                    HttpResponse<String> answer = method.equals("get") || method.equals("delete")
                            ? send(method.toUpperCase(java.util.Locale.ROOT), url, null)
                            : post(url, "{}", "X-HTTP-Method-Override", "none");
                    assertThat(answer.statusCode()).as(method + " " + url).isLessThan(500);
                    assertThat(answer.body())
                            .as(method + " " + url)
                            .doesNotContain("does not know how to handle")
                            .doesNotContain("Unknown resource type");
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/r4b", "/r5"})
    void everyRouteOfTheStatementIsInOpenApi(String endpoint) {
        JsonNode paths = json(get(endpoint + "/openapi.json")).path("paths");
        JsonNode rest = json(get(endpoint + "/metadata")).path("rest").get(0);
        for (JsonNode operation : rest.path("operation")) {
            assertThat(paths.has("/$" + operation.path("name").asText())).isTrue();
        }
        for (JsonNode resource : rest.path("resource")) {
            String type = "/" + resource.path("type").asText();
            for (JsonNode operation : resource.path("operation")) {
                assertThat(paths.has(type + "/$" + operation.path("name").asText()))
                        .isTrue();
            }
            if (resource.path("interaction").findValuesAsText("code").contains("read")) {
                assertThat(paths.at(type.replace("/", "/~1") + "~1{id}").has("get"))
                        .isTrue();
            }
        }
    }
}
