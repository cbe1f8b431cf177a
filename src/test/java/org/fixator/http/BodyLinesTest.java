package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fixator.http.BodyLines.Line;
import org.junit.jupiter.api.Test;

class BodyLinesTest {
    private static List<String> read(String body, int step) throws IOException {
        InputStream slow = new FilterInputStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, step));
            }
        };
        BodyLines lines = new BodyLines(slow, slow, 10, () -> {});
        List<String> all = new ArrayList<>();
        for (Line line = lines.next(); line != null; line = lines.next()) {
            byte[] bytes = line.bytes();
            all.add(line.number() + ":" + (bytes == null ? "too long" : new String(bytes, StandardCharsets.UTF_8)));
        }
        return all;
    }

    @Test
    void linesAreTheSameInWhateverPiecesTheyArrive() throws IOException {
        String body = "\ufefffirst\r\n\n  \nfourth\n0123456789\n0123456789a\n" + "x".repeat(200_000) + "\nlast";
        for (int step : new int[] {1, 2, 3, 7, 1000, 1 << 20}) {
            assertThat(read(body, step))
                    .as("%s bytes at a time", step)
                    .containsExactly("1:first\r", "4:fourth", "5:0123456789", "6:too long", "7:too long", "8:last");
        }
    }

    @Test
    void aBodyWithoutLinesHasNone() throws IOException {
        assertThat(read("", 1)).isEmpty();
        assertThat(read("\n\n", 1)).isEmpty();
        assertThat(read("a", 1)).containsExactly("1:a");
    }

    @Test
    void answersGoOutBeforeAnybodyWaits() throws IOException {
        List<String> order = new ArrayList<>();
        InputStream body = new InputStream() {
            private final InputStream all = new ByteArrayInputStream("a\nb\n".getBytes(StandardCharsets.UTF_8));

            @Override
            public int read() throws IOException {
                order.add("read");
                return all.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                order.add("read");
                return all.read(target, offset, 1);
            }
        };
        BodyLines lines = new BodyLines(body, body, 10, () -> order.add("flush"));
        assertThat(lines.next()).isNotNull();
        assertThat(order.get(0)).isEqualTo("flush");
        assertThat(lines.next()).isNotNull();
        assertThat(lines.next()).isNull();
        assertThat(order).containsSubsequence("read", "flush", "read", "flush");
    }
}
