package org.fixator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationAnswerTest {

    private static OperationAnswer answer(String text, int expected) {
        return new OperationAnswer(200, JsonBytes.begin(expected).value(text));
    }

    private static String sent(OperationAnswer answer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answer.writeTo(out);
        assertThat(out.size()).isEqualTo(answer.length());
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100_000, 2_000_000})
    void isSentAsItWasWritten(int expected) throws IOException {
        OperationAnswer answer = answer("ü", expected);
        assertThat(sent(answer)).isEqualTo("\"ü\"");
        assertThat(new String(answer.json(), StandardCharsets.UTF_8)).isEqualTo("\"ü\"");
        assertThat(sent(answer)).as("after it was copied").isEqualTo("\"ü\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100_000})
    void letsTheNextBeWrittenWhereItWasAfterItsRelease(int expected) {
        JsonBytes first = JsonBytes.begin(expected).value("first");
        new OperationAnswer(200, first).release();
        assertThat(JsonBytes.begin(expected)).isSameAs(first);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100_000})
    void keepsItsBytesWhereItIsNotReleased(int expected) throws IOException {
        OperationAnswer first = answer("first", expected);
        OperationAnswer second = answer("second", expected);
        assertThat(sent(first)).isEqualTo("\"first\"");
        assertThat(sent(second)).isEqualTo("\"second\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100_000})
    void givesBytesThatNoLaterAnswerChanges(int expected) {
        byte[] json = answer("first", expected).json();
        answer("other", expected).release();
        assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo("\"first\"");
    }

    @Test
    void isReleasedOnce() {
        OperationAnswer answer = answer("first", 0);
        answer.release();
        JsonBytes next = JsonBytes.begin();
        answer.release();
        assertThat(JsonBytes.begin()).as("while the other is written").isNotSameAs(next);
    }

    @Test
    void joinsItsPieces() throws IOException {
        OperationAnswer answer = new OperationAnswer(200, List.of(new byte[] {'"', 'a'}, new byte[] {'"'}));
        assertThat(sent(answer)).isEqualTo("\"a\"");
        assertThat(new String(answer.json(), StandardCharsets.UTF_8)).isEqualTo("\"a\"");
    }

    /** Behind an answer there may stand what is left of a longer one. */
    @Test
    void takesOtherShapesFromItsOwnBytesOnly() throws IOException {
        JsonBytes longer =
                JsonBytes.begin().raw("{\"resourceType\":\"Parameters\",\"parameter\":[" + "\\,".repeat(500));
        longer.release();
        OperationAnswer answer = ParametersWriter.answer(out -> out.string("name", "a"));
        assertThat(answer.array()).isSameAs(longer.buffer());
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        ByteArrayOutputStream pretty = new ByteArrayOutputStream();
        try (AnswerBuffer asXml = Objects.requireNonNull(AnswerXml.write(answer));
                AnswerBuffer indented = PrettyJson.write(answer)) {
            asXml.writeTo(xml);
            indented.writeTo(pretty);
        }
        assertThat(xml.toString(StandardCharsets.UTF_8))
                .isEqualTo("<Parameters xmlns=\"http://hl7.org/fhir\"><parameter><name value=\"name\"/>"
                        + "<valueString value=\"a\"/></parameter></Parameters>");
        assertThat(pretty.toString(StandardCharsets.UTF_8)).startsWith("{\n").endsWith("]\n}");
    }
}
