package org.fixator.http;

import java.io.ByteArrayOutputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a body that may have no end, read as they arrive: never more than one of them is held. Blank lines are
 * counted and passed over. Used by one thread.
 */
final class BodyLines {
    private static final int BUFFER = 64 << 10;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream body;
    private final InputStream arriving;
    private final int maxBytes;
    private final Flushable answers;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long number;

    /**
     * @param body what is read
     * @param arriving where the bytes of the body come from, as packed as they are sent
     * @param maxBytes the longest line
     * @param answers told to go out before anybody waits for more of the body
     */
    BodyLines(InputStream body, InputStream arriving, int maxBytes, Flushable answers) {
        this.body = body;
        this.arriving = arriving;
        this.maxBytes = maxBytes;
        this.answers = answers;
    }

    /**
     * A line without its end.
     *
     * @param number counted from 1
     * @param bytes {@code null} where it is too long
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(long number, byte @Nullable [] bytes) {}

    /** The number of the line that was read last, or is being read. */
    long number() {
        return number;
    }

    /** The next line that is not blank; {@code null} after the last. */
    @Nullable
    Line next() throws IOException {
        while (at < end || fill()) {
            number++;
            byte[] line = line();
            if (line == null || !isBlank(line)) {
                return new Line(number, line);
            }
        }
        return null;
    }

    private byte @Nullable [] line() throws IOException {
        int lineEnd = lineEnd();
        if (lineEnd < end) {
            byte[] line = lineEnd - at > maxBytes ? null : copy(lineEnd);
            at = lineEnd + 1;
            return line;
        }
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        long length = 0;
        do {
            lineEnd = lineEnd();
            length += lineEnd - at;
            if (length <= maxBytes) {
                parts.write(buffer, at, lineEnd - at);
            }
            at = lineEnd;
        } while (at == end && fill());
        at++;
        return length > maxBytes ? null : parts.toByteArray();
    }

    private byte[] copy(int lineEnd) {
        byte[] line = new byte[lineEnd - at];
        System.arraycopy(buffer, at, line, 0, line.length);
        return line;
    }

    /** Where the current line ends in the buffer; the buffer's end where it goes on. */
    private int lineEnd() {
        int i = at;
        while (i < end && buffer[i] != '\n') {
            i++;
        }
        return i;
    }

    private boolean fill() throws IOException {
        if (arriving.available() <= 0) {
            answers.flush();
        }
        at = 0;
        if (number > 0) {
            end = Math.max(0, body.read(buffer));
        } else {
            end = body.readNBytes(buffer, 0, BYTE_ORDER_MARK.length);
            at = Arrays.equals(buffer, 0, end, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length) ? end : 0;
        }
        return end > 0;
    }

    private static boolean isBlank(byte[] line) {
        for (byte next : line) {
            if (next != ' ' && next != '\t' && next != '\r') {
                return false;
            }
        }
        return true;
    }
}
