package org.fixator.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixator.catalog.Resources.ALL_LETTERS;
import static org.fixator.catalog.Resources.LETTERS;
import static org.fixator.catalog.Resources.codeSystem;
import static org.fixator.catalog.Resources.conceptMap;
import static org.fixator.catalog.Resources.letters;
import static org.fixator.catalog.Resources.put;
import static org.fixator.catalog.Resources.valueSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fixator.coding.FhirVersion;
import org.fixator.systems.ucum.Ucum;
import org.fixator.wire.Json;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.OperationCall;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EngineTest {

    private final Catalog catalog = new Catalog(Snapshot.of(List.of(Ucum.codeSystem())), new FhirLayer());
    private final Engine engine = new Engine(catalog, EngineSettings.standard(), Clock.systemUTC());

    @BeforeEach
    void store() {
        catalog.apply(List.of(
                put("letters", letters("1", "A", "B")),
                put("all", valueSet(ALL_LETTERS, "1", LETTERS)),
                put("map", conceptMap("http://example.org/m", "1", "A", "one"))));
    }

    @Test
    void looksUp() {
        OperationAnswer answer = get("CodeSystem", null, "$lookup", "system", LETTERS, "code", "A");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(value(answer, "display")).isEqualTo("Letter A");
    }

    @Test
    void aCodeThatIsNotThereIs404() {
        OperationAnswer answer = get("CodeSystem", null, "$lookup", "system", LETTERS, "code", "Z");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(json(answer).path("resourceType").asText()).isEqualTo("OperationOutcome");
    }

    @Test
    void answersOnInstances() {
        assertThat(value(get("ValueSet", "all", "$validate-code", "system", LETTERS, "code", "A"), "result"))
                .isEqualTo("true");
        assertThat(value(get("CodeSystem", "letters", "$validate-code", "code", "Z"), "result"))
                .isEqualTo("false");
        assertThat(json(get("ValueSet", "all", "$expand"))
                        .at("/expansion/total")
                        .asInt())
                .isEqualTo(2);
        assertThat(value(get("ConceptMap", "map", "$translate", "system", LETTERS, "code", "A"), "result"))
                .isEqualTo("true");
        assertThat(get("ValueSet", "gone", "$expand").status()).isEqualTo(404);
    }

    @Test
    void aLanguagePackNeedsNoNamingAndAnotherSupplementDoes() {
        ObjectNode supplement = codeSystem("http://example.org/letters-de", "1", "supplement", "A");
        supplement.put("supplements", LETTERS).put("language", "de");
        ((ObjectNode) supplement.at("/concept/0")).put("display", "Buchstabe A");
        ObjectNode call = parameters("url", LETTERS, "code", "A", "display", "Buchstabe A", "displayLanguage", "de");
        bring(call, "tx-resource", supplement);
        assertThat(value(post("CodeSystem", "$validate-code", null, call), "result"))
                .isEqualTo("false");
        supplement
                .putArray("extension")
                .addObject()
                .put("url", "http://hl7.org/fhir/StructureDefinition/codesystem-supplement-type")
                .put("valueCode", "lang-pack");
        call = parameters("url", LETTERS, "code", "A", "display", "Buchstabe A", "displayLanguage", "de");
        bring(call, "tx-resource", supplement);
        OperationAnswer answer = post("CodeSystem", "$validate-code", null, call);
        assertThat(value(answer, "result")).isEqualTo("true");
        assertThat(value(answer, "display")).isEqualTo("Buchstabe A");
        call = parameters("url", ALL_LETTERS, "displayLanguage", "de");
        bring(call, "tx-resource", supplement);
        assertThat(json(post("ValueSet", "$expand", null, call))
                        .at("/expansion/contains/0/display")
                        .asText())
                .isEqualTo("Buchstabe A");
    }

    @Test
    void decidesSubsumption() {
        assertThat(value(
                        get("CodeSystem", null, "$subsumes", "system", LETTERS, "codeA", "A", "codeB", "A"), "outcome"))
                .isEqualTo("equivalent");
    }

    @Test
    void refusesOperationsThatItDoesNotHave() {
        assertThat(get("CodeSystem", null, "$expand").status()).isEqualTo(400);
        assertThat(get(null, null, "$nothing").status()).isEqualTo(400);
    }

    @Test
    void requestsMayBringTheirResources() {
        ObjectNode in = parameters(
                "url", "http://example.org/brought-set", "system", "http://example.org/brought", "code", "X");
        bring(in, "tx-resource", codeSystem("http://example.org/brought", "1", "complete", "X"));
        bring(in, "tx-resource", valueSet("http://example.org/brought-set", "1", "http://example.org/brought"));
        assertThat(value(post("ValueSet", "$validate-code", null, in), "result"))
                .isEqualTo("true");
        ObjectNode without = parameters(
                "url", "http://example.org/brought-set", "system", "http://example.org/brought", "code", "X");
        assertThat(post("ValueSet", "$validate-code", null, without).status()).isEqualTo(404);
    }

    @Test
    void aBroughtResourceThatCannotBeReadIsAnError() {
        ObjectNode in = parameters("url", ALL_LETTERS, "system", LETTERS, "code", "A");
        bring(in, "tx-resource", codeSystem("http://example.org/twice", "1", "complete", "X", "X"));
        assertThat(post("ValueSet", "$validate-code", null, in).status()).isBetween(400, 499);
    }

    @Test
    void aCacheRemembersWhatARequestWasAbout() {
        String id =
                value(post(null, "$cache-control", null, parameters("mode", "start", "sealed", "false")), "cache-id");
        ObjectNode first = parameters("system", LETTERS, "code", "A");
        bring(first, "valueSet", valueSet("http://example.org/inline", "1", LETTERS));
        assertThat(value(post("ValueSet", "$validate-code", id, first), "result"))
                .isEqualTo("true");
        ObjectNode second =
                parameters("url", "http://example.org/inline", "valueSetVersion", "1", "system", LETTERS, "code", "B");
        assertThat(value(post("ValueSet", "$validate-code", id, second), "result"))
                .isEqualTo("true");
        assertThat(post("ValueSet", "$validate-code", null, second).status()).isEqualTo(404);
    }

    @Test
    void aCacheRemembersEvenWhereTheRequestFailed() {
        String id =
                value(post(null, "$cache-control", null, parameters("mode", "start", "sealed", "false")), "cache-id");
        ObjectNode failing = parameters("url", "http://example.org/nowhere", "system", LETTERS, "code", "A");
        bring(failing, "tx-resource", codeSystem("http://example.org/twice", "1", "complete", "X", "X"));
        bring(failing, "tx-resource", valueSet("http://example.org/kept", "1", LETTERS));
        assertThat(post("ValueSet", "$validate-code", id, failing).status()).isBetween(400, 499);
        ObjectNode later = parameters("url", "http://example.org/kept", "system", LETTERS, "code", "A");
        assertThat(value(post("ValueSet", "$validate-code", id, later), "result"))
                .isEqualTo("true");
    }

    @Test
    void theProtocolOfCachesIsKept() {
        OperationAnswer unknown = post("ValueSet", "$expand", "made-up", parameters("url", ALL_LETTERS));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(json(unknown).at("/issue/0/details/coding/0/code").asText()).isEqualTo("cache-id-unknown");
        assertThat(post(null, "$cache-control", "made-up", parameters("mode", "end"))
                        .status())
                .isEqualTo(200);
        assertThat(post(null, "$cache-control", "made-up", parameters("mode", "check"))
                        .status())
                .isEqualTo(404);
        assertThat(post(null, "$cache-control", null, parameters("mode", "end")).status())
                .isEqualTo(400);
        assertThat(post(null, "$cache-control", null, parameters("mode", "other"))
                        .status())
                .isEqualTo(400);
        String id = value(post(null, "$cache-control", null, parameters("mode", "start")), "cache-id");
        assertThat(value(post(null, "$cache-control", id, parameters("mode", "check")), "cache-id"))
                .isEqualTo(id);
        OperationAnswer both = post("ValueSet", "$expand", id, parameters("url", ALL_LETTERS, "cache-id", "other"));
        assertThat(json(both).at("/issue/0/details/coding/0/code").asText()).isEqualTo("cache-id-duplicate");
    }

    @Test
    void aBatchAnswersEachOfItsQuestionsAndSharesWhatTheyBring() {
        ObjectNode in = parameters();
        ObjectNode one = parameters("url", "http://example.org/shared", "system", LETTERS, "code", "A");
        ObjectNode two = parameters("url", "http://example.org/nowhere", "system", LETTERS, "code", "A");
        ObjectNode three = parameters("system", LETTERS, "code", "Z");
        bring(three, "tx-resource", valueSet("http://example.org/shared", "1", LETTERS));
        List.of(one, two, three).forEach(validation -> bring(in, "validation", validation));
        JsonNode answers =
                json(post("ValueSet", "$batch-validate-code", null, in)).path("parameter");
        assertThat(answers).hasSize(3);
        assertThat(parameter(answers.get(0).path("resource"), "result")).isEqualTo("true");
        assertThat(answers.get(1).at("/resource/resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(parameter(answers.get(2).path("resource"), "result")).isEqualTo("false");
    }

    @Test
    void valueSetsAreCompiledAnewAfterAWrite() {
        assertThat(json(get("ValueSet", "all", "$expand"))
                        .at("/expansion/total")
                        .asInt())
                .isEqualTo(2);
        catalog.apply(List.of(put("letters", letters("1", "A", "B", "C"))));
        assertThat(json(get("ValueSet", "all", "$expand"))
                        .at("/expansion/total")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void tellsVersionsOfFhir() {
        assertThat(value(get(null, null, "$versions"), "default")).isEqualTo("4.0");
    }

    private OperationAnswer get(@Nullable String type, @Nullable String id, String operation, String... query) {
        Map<String, List<String>> parameters = new HashMap<>();
        for (int i = 0; i < query.length; i += 2) {
            parameters.put(query[i], List.of(query[i + 1]));
        }
        return engine.answer(
                new OperationCall(operation, type, id, FhirVersion.R4, parameters, null, null, null, null, false));
    }

    private OperationAnswer post(@Nullable String type, String operation, @Nullable String cacheId, ObjectNode body) {
        return engine.answer(new OperationCall(
                operation, type, null, FhirVersion.R4, Map.of(), Resources.bytes(body), null, cacheId, null, false));
    }

    private static ObjectNode parameters(String... pairs) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("resourceType", "Parameters");
        ArrayNode list = parameters.putArray("parameter");
        for (int i = 0; i < pairs.length; i += 2) {
            list.addObject().put("name", pairs[i]).put("valueString", pairs[i + 1]);
        }
        return parameters;
    }

    private static void bring(ObjectNode parameters, String name, ObjectNode resource) {
        ((ArrayNode) parameters.path("parameter")).addObject().put("name", name).set("resource", resource);
    }

    private static ObjectNode json(OperationAnswer answer) {
        return Json.parse(answer.json());
    }

    private static String value(OperationAnswer answer, String name) {
        return parameter(json(answer), name);
    }

    private static String parameter(JsonNode parameters, String name) {
        for (JsonNode parameter : parameters.path("parameter")) {
            if (parameter.path("name").asText().equals(name)) {
                for (JsonNode value : parameter) {
                    if (!value.asText().equals(name)) {
                        return value.asText();
                    }
                }
            }
        }
        return "no " + name + " in " + parameters;
    }
}
