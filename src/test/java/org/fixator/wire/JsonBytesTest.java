package org.fixator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    @Test
    void inPiecesTheTextIsTheSame() {
        Random random = new Random(3);
        JsonBytes whole = new JsonBytes().array();
        JsonBytes inPieces = JsonBytes.inPieces().array();
        for (int i = 0; i < 5_000; i++) {
            String text = text(random, i == 100 ? 100_000 : random.nextInt(100));
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            for (JsonBytes json : List.of(whole, inPieces)) {
                json.object()
                        .member("text", text)
                        .member("number", i)
                        .name("sink")
                        .accept(utf8, 0, utf8.length);
                json.endObject();
            }
        }
        byte[] expected = whole.endArray().bytes();
        OperationAnswer answer = new OperationAnswer(200, inPieces.endArray().pieces());
        assertThat(answer.json()).isEqualTo(expected);
        assertThat(answer.length()).isEqualTo(expected.length);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        assertThatCode(() -> answer.writeTo(sent)).doesNotThrowAnyException();
        assertThat(sent.toByteArray()).isEqualTo(expected);
    }

    @Test
    void whatIsTakenInBetweenIsNotKept() {
        JsonBytes json = JsonBytes.inPieces().object().name("all").array();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            json.value(i);
            json.taken().forEach(piece -> text.append(new String(piece, StandardCharsets.UTF_8)));
        }
        assertThat(text.length()).isGreaterThan(200_000);
        assertThat(json.taken()).isEmpty();
        assertThat(json.endArray().endObject().pieces())
                .hasSize(1)
                .allSatisfy(rest -> text.append(new String(rest, StandardCharsets.UTF_8)));
        assertThat(Json.parse(text.toString().getBytes(StandardCharsets.UTF_8)).path("all"))
                .hasSize(50_000);
    }

    @Test
    void whatStaysInOneBufferHasNoPiecesInBetween() {
        JsonBytes json = new JsonBytes(1).array().value("a");
        assertThat(json.taken()).isEmpty();
        assertThat(text(json.value("b").endArray())).isEqualTo("[\"a\",\"b\"]");
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int kind = random.nextInt(20);
            text.append((char) (kind == 0 ? random.nextInt(32) : kind == 1 ? '"' : 32 + random.nextInt(600)));
        }
        return text.toString();
    }
}
