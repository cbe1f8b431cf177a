package org.fixator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.fixator.coding.FhirVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written in other forms than plain JSON says the same. */
class OddAnswersTest {
    private static final XmlCodec MODELS = new XmlCodec(new FhirModels());

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] xml(String json) {
        return AnswerXml.of(utf8(json));
    }

    private static byte[] pretty(String json) {
        try (AnswerBuffer pretty = PrettyJson.write(new OperationAnswer(200, utf8(json)))) {
            return pretty.toArray();
        }
    }

    private static JsonNode read(byte @Nullable [] xml) {
        assertThat(xml).isNotNull();
        return Json.parse(MODELS.toJson(xml == null ? new byte[0] : xml, FhirVersion.R4));
    }

    @Test
    void xmlIsReadByTheModelsAsTheirOwnIs() {
        OddAnswers answers = new OddAnswers(206_97);
        for (int i = 0; i < 1_000; i++) {
            String json = answers.next();
            assertThat(read(xml(json))).as(json).isEqualTo(read(MODELS.toXml(utf8(json), FhirVersion.R4)));
        }
    }

    @Test
    void indentedJsonIsReadAsTheJsonIs() {
        OddAnswers answers = new OddAnswers(20_697);
        for (int i = 0; i < 1_000; i++) {
            String json = answers.next();
            assertThat(Json.parse(pretty(json))).as(json).isEqualTo(Json.parse(utf8(json)));
        }
    }

    /** Texts are looked at eight bytes at a time. */
    @ParameterizedTest
    @ValueSource(strings = {"&", "<", "\\\"", "\\\\", "\\n", "\\u0026", "\\ud83e\\uddb4", "\u00e9", "$", "'", "=", "]"})
    void whatNeedsCareIsFoundAtEveryPlaceOfAText(String special) {
        for (int before = 0; before < 20; before++) {
            for (int after = 0; after < 10; after++) {
                String text = "\"x" + "b".repeat(before) + special + "a".repeat(after) + "x\"";
                String json = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"n\",\"valueString\":" + text
                        + "}]}";
                String expected =
                        Json.parse(utf8("{\"text\":" + text + "}")).path("text").asText();
                assertThat(read(xml(json)).at("/parameter/0/valueString").asText())
                        .isEqualTo(expected);
                assertThat(new String(pretty(json), StandardCharsets.UTF_8))
                        .contains("\"valueString\": " + text + "\n");
            }
        }
    }

    @Test
    void controlCharactersThatXmlDoesNotHaveBecomeSpaces() {
        String json = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"a\\bb\\fc\\u0001d\\u001fe\"}]}";
        assertThat(xml(json))
                .isEqualTo(utf8("<Parameters xmlns=\"http://hl7.org/fhir\"><parameter><name value=\"a b c d e\"/>"
                        + "</parameter></Parameters>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resourceType\":\"ValueSet\",\"text\":{\"status\":\"generated\",\"div\":\"<div>d</div>\"}}",
                "{\"resourceType\":\"ValueSet\",\"expansion\":{\"contains\":[{\"code\":\"c\",\"_code\":{\"id\":\"i\"}}]}}",
                "{\"resourceType\":\"ValueSet\",\"expansion\":{\"contains\":[{\"_display\":{\"extension\":[]}}]}}",
                "{\"resourceType\":\"ValueSet\",\"expansion\":{\"contains\":[]}}",
                "{\"resourceType\":\"ValueSet\",\"expansion\":{\"contains\":[{}],\"total\":1}}",
                "{\"resourceType\":\"ValueSet\",\"expansion\":{\"contains\":{\"id\":1}}}",
                "{\"resourceType\":\"ValueSet\",\"extension\":[{\"url\":1}]}",
                "{\"resourceType\":\"ValueSet\",\"extension\":[{}]}",
                "{\"resourceType\":\"ValueSet\",\"url\":[]}",
                "{\"resourceType\":\"ValueSet\",\"urls\":\"longer\"}",
                "{\"resourceType\":\"ValueSet\",\"expansion\":{\"timestamps\":\"longer\"}}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"a\",\"resource\":{\"resourceType\":"
                        + "\"Patient\"}}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"a\",\"value\":1}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"a\",\"valueString\":[\"b\"]}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"a\",\"value\\u0041\":\"b\"}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"a\"},null]}",
                "{\"resourceType\":\"Parameters\"}{}",
                "{}",
                "0",
            })
    void whatTakesMoreThanBytesIsLeftToTheModels(String json) {
        assertThat(xml(json)).isNull();
    }

    @Test
    void indentedJsonHasEachMemberOnALineOfItsOwn() {
        assertThat(new String(pretty("{\"a\":[1,{\"b\":{}},[]],\"c\":-1.50,\"d\":\"{\\\"\"}"), StandardCharsets.UTF_8))
                .isEqualTo("{\n  \"a\": [ 1, {\n    \"b\": { }\n  }, [  ] ],\n  \"c\": -1.50,\n  \"d\": \"{\\\"\"\n}");
    }

    @Test
    void deepJsonIsIndentedAsDeeply() {
        int depth = 90;
        String json = "{\"a\":".repeat(depth) + "0" + "}".repeat(depth);
        String pretty = new String(pretty(json), StandardCharsets.UTF_8);
        assertThat(pretty).contains("\n" + "  ".repeat(depth) + "\"a\": 0\n" + "  ".repeat(depth - 1) + "}");
        assertThat(Json.parse(utf8(pretty))).isEqualTo(Json.parse(utf8(json)));
    }
}
