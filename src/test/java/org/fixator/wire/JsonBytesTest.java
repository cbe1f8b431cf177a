package org.fixator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonBytesTest {

    private static String text(JsonBytes json) {
        return new String(json.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void putsCommasWhereTheyBelong() {
        JsonBytes json = new JsonBytes(1)
                .object()
                .member("a", "x")
                .member("b", (String) null)
                .name("c")
                .array()
                .value(1)
                .value(true)
                .object()
                .endObject()
                .raw("{\"d\":1}")
                .endArray()
                .member("e", false)
                .endObject();
        assertThat(text(json)).isEqualTo("{\"a\":\"x\",\"c\":[1,true,{},{\"d\":1}],\"e\":false}");
    }

    @Test
    void escapesWhatJsonDoesNotTakeAsItIs() {
        assertThat(text(new JsonBytes(1).value("\"\\\n\r\t\u0001/ü€𝄞")))
                .isEqualTo("\"\\\"\\\\\\n\\r\\t\\u0001/ü€𝄞\"");
    }

    @Test
    void writesHalfASurrogatePairAsTheReplacementCharacter() {
        assertThat(text(new JsonBytes(1).value("a\uD800b\uDC00"))).isEqualTo("\"a\uFFFDb\uFFFD\"");
    }

    @Test
    void writesAnyTextSoThatAParserReadsItBack() {
        Random random = new Random(20697);
        for (int run = 0; run < 2000; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                int bound = new int[] {0x80, 0x800, 0xD800, 0x20000}[random.nextInt(4)];
                int point = random.nextInt(bound);
                text.appendCodePoint(point >= 0xD800 && point < 0xE000 ? 'x' : point);
            }
            JsonBytes json = new JsonBytes(random.nextInt(8) + 1)
                    .object()
                    .member("t", text.toString())
                    .endObject();
            assertThat(Json.parse(json.bytes()).path("t").asText()).isEqualTo(text.toString());
        }
    }

    /** Each length, so that what is looked at eight bytes at a time and what is left over are both seen. */
    @Test
    void textsInUtf8AreWrittenLikeStrings() {
        Random random = new Random(20697);
        String letters = "abcdefgh/ü€𝄞\u0080\u00ff\"\\\n\r\t\u0001\u001f !#[]^~";
        int[] points = letters.codePoints().toArray();
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int rest = i % 40; rest > 0; rest--) {
                text.appendCodePoint(random.nextInt(3) > 0 ? 'a' : points[random.nextInt(points.length)]);
            }
            byte[] around = ("\"x" + text + "y\"").getBytes(StandardCharsets.UTF_8);
            JsonBytes json = new JsonBytes(1).array();
            json.accept(around, 2, around.length - 2);
            json.accept(around, 2, around.length - 2);
            assertThat(text(json.endArray()))
                    .isEqualTo(text(new JsonBytes(1)
                            .array()
                            .value(text.toString())
                            .value(text.toString())
                            .endArray()));
        }
    }
}
