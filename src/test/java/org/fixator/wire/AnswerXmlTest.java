package org.fixator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.fixator.coding.FhirVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The models' XML is what is expected. */
class AnswerXmlTest {
    private static final XmlCodec MODELS = new XmlCodec(new FhirModels());

    private static @Nullable String xml(String json) {
        byte[] xml = AnswerXml.of(json.getBytes(StandardCharsets.UTF_8));
        return xml == null ? null : new String(xml, StandardCharsets.UTF_8);
    }

    private static String modelled(String json, FhirVersion version) {
        return new String(MODELS.toXml(json.getBytes(StandardCharsets.UTF_8), version), StandardCharsets.UTF_8);
    }

    /** The models escape more than XML asks for. */
    private static String plain(@Nullable String xml) {
        return String.valueOf(xml)
                .replace("&gt;", ">")
                .replace("&#x27;", "'")
                .replace("&#39;", "'")
                .replaceAll("<(\\w+)([^>/]*)></\\1>", "<$1$2/>");
    }

    private static final String EXTENSION = "{\"extension\":[{\"url\":\"uri\",\"valueUri\":\"http://a.org/b?c=d&e\"},"
            + "{\"url\":\"code\",\"valueCode\":\"x\"}],\"url\":\"http://example.org/nested\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"result\",\"valueBoolean\":true}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"a\",\"part\":[{\"name\":\"b\","
                        + "\"valueCoding\":{\"system\":\"s\",\"code\":\"c\",\"display\":\"d\"}},{\"name\":\"e\","
                        + "\"valueDecimal\":1.50}]},{\"name\":\"issues\",\"resource\":{\"resourceType\":"
                        + "\"OperationOutcome\",\"issue\":[{\"extension\":[{\"url\":\"http://a.org\","
                        + "\"valueString\":\"v\"}],\"severity\":\"error\",\"code\":\"invalid\",\"details\":{"
                        + "\"coding\":[{\"system\":\"s\",\"code\":\"c\"}],\"text\":\"t\"},"
                        + "\"expression\":[\"code\",\"system\"]}]}}]}",
                "{\"resourceType\":\"ValueSet\",\"id\":\"i\",\"language\":\"en\",\"extension\":[" + EXTENSION
                        + "],\"url\":\"http://example.org\",\"version\":\"1\",\"status\":\"active\",\"contact\":[{"
                        + "\"name\":\"n\",\"telecom\":[{\"system\":\"url\",\"value\":\"v\"}]}],\"compose\":{"
                        + "\"inactive\":false,\"include\":[{\"system\":\"s\",\"concept\":[{\"code\":\"c\","
                        + "\"designation\":[{\"language\":\"de\",\"use\":{\"code\":\"u\"},\"value\":\"w\"}]}]},{"
                        + "\"system\":\"s\",\"filter\":[{\"property\":\"p\",\"op\":\"=\",\"value\":\"v\"}],"
                        + "\"valueSet\":[\"a\",\"b\"]}]},\"expansion\":{\"extension\":[" + EXTENSION
                        + "],\"identifier\":\"urn:uuid:1\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"total\":2,"
                        + "\"offset\":0,\"parameter\":[{\"name\":\"count\",\"valueInteger\":2}],\"contains\":[{"
                        + "\"extension\":[" + EXTENSION + "],\"system\":\"s\",\"abstract\":true,\"inactive\":true,"
                        + "\"version\":\"1\",\"code\":\"c\",\"display\":\"d\",\"designation\":[{\"language\":"
                        + "\"de\",\"value\":\"w\"}],\"contains\":[{\"code\":\"x\"},{\"code\":\"y\"}]}]}}",
            })
    void whatTheServerWritesIsAsTheModelsHaveIt(String json) {
        assertThat(xml(json)).isNotNull();
        assertThat(plain(xml(json))).isEqualTo(plain(modelled(json, FhirVersion.R4)));
    }

    @Test
    void propertiesOfR5AreElements() {
        String json = "{\"resourceType\":\"ValueSet\",\"status\":\"active\",\"expansion\":{\"timestamp\":"
                + "\"2026-01-01T00:00:00Z\",\"property\":[{\"code\":\"p\",\"uri\":\"u\"}],\"contains\":[{"
                + "\"code\":\"c\",\"property\":[{\"code\":\"p\",\"valueString\":\"v\"},{\"code\":\"q\","
                + "\"valueCoding\":{\"system\":\"s\",\"code\":\"k\"}}]}]}}";
        assertThat(plain(xml(json))).isEqualTo(plain(modelled(json, FhirVersion.R5)));
    }

    @Test
    void anyTextIsReadBackAsItWas() {
        Random random = new Random(20697);
        String alphabet = "ab<>&\"'\\/\n\r\t\u00e9\u20ac\ud83e\uddb4 ";
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder("x");
            for (int j = random.nextInt(12); j > 0; j--) {
                int at = alphabet.offsetByCodePoints(0, random.nextInt(alphabet.codePointCount(0, alphabet.length())));
                text.appendCodePoint(alphabet.codePointAt(at));
            }
            String value = text.append('x').toString();
            String json = Json.parse("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"a\"}]}"
                            .getBytes(StandardCharsets.UTF_8))
                    .toString()
                    .replace("\"name\":\"a\"", "\"name\":\"a\",\"valueString\":" + quoted(value, i % 2 == 0));
            byte[] back = MODELS.toJson(String.valueOf(xml(json)).getBytes(StandardCharsets.UTF_8), FhirVersion.R4);
            assertThat(Json.parse(back)
                            .path("parameter")
                            .path(0)
                            .path("valueString")
                            .asText())
                    .isEqualTo(value);
        }
    }

    private static String quoted(String text, boolean unicode) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> json.append(unicode ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return json.append('"').toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resourceType\":\"CodeSystem\",\"url\":\"u\"}",
                "{\"resourceType\":\"ValueSet\",\"text\":{\"status\":\"generated\"}}",
                "{\"resourceType\":\"ValueSet\",\"_url\":{\"id\":\"a\"}}",
                "{\"resourceType\":\"ValueSet\",\"status\":\"active\",\"url\":\"out-of-order\"}",
                "{\"resourceType\":\"ValueSet\",\"compose\":{\"include\":[{\"unknown\":1}]}}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"a\",\"valueRange\":{\"low\":{}}}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":null}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[]}",
                "{\"resourceType\":\"Parameters\" ,\"id\":\"spaced\"}",
                "[]",
            })
    void whatIsNotKnownOrNotInOrderIsLeftToTheModels(String json) {
        assertThat(xml(json)).isNull();
    }
}
