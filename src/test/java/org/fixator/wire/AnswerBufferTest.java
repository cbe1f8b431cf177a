package org.fixator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerBufferTest {
    private static byte[] text(int number) {
        return ("answer " + number + " ").repeat(1_000).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void answersThatAreOpenTogetherDoNotShareMemory() {
        List<AnswerBuffer> open = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 20; i++) {
                open.add(AnswerBuffer.of(text(i)));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(open.get(i).toArray()).isEqualTo(text(i));
            }
            open.forEach(AnswerBuffer::close);
            open.clear();
        }
    }

    @Test
    void memoryIsGivenOutOnceThoughItWasGivenBackTwice() {
        AnswerBuffer closed = AnswerBuffer.of(text(0));
        closed.close();
        closed.close();
        try (AnswerBuffer one = AnswerBuffer.of(text(1));
                AnswerBuffer other = AnswerBuffer.of(text(2))) {
            assertThat(one.toArray()).isEqualTo(text(1));
            assertThat(other.toArray()).isEqualTo(text(2));
        }
    }

    @Test
    void threadsHaveMemoryOfTheirOwn() {
        boolean right = IntStream.range(0, 2_000).parallel().allMatch(i -> {
            try (AnswerBuffer answer = AnswerBuffer.of(text(i))) {
                return Arrays.equals(answer.toArray(), text(i));
            }
        });
        assertThat(right).isTrue();
    }

    @Test
    void itGrowsWithWhatIsWritten() {
        byte[] text = text(3);
        try (AnswerBuffer answer = new AnswerBuffer(0)) {
            for (int i = 0; i < 100; i++) {
                answer.put(text).put('.').put(' ' | '!' << 8, 2);
            }
            assertThat(new String(answer.toArray(), StandardCharsets.UTF_8))
                    .isEqualTo((new String(text, StandardCharsets.UTF_8) + ". !").repeat(100));
        }
    }

    @Test
    void itIsWrittenAtOnce() throws IOException {
        List<Integer> writes = new ArrayList<>();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) {
                throw new AssertionError("A single byte");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                writes.add(length);
                all.write(bytes, offset, length);
            }
        };
        try (AnswerBuffer answer = AnswerBuffer.of(text(4))) {
            answer.writeTo(out);
            assertThat(writes).containsExactly(answer.length());
        }
        assertThat(all.toByteArray()).isEqualTo(text(4));
    }
}
