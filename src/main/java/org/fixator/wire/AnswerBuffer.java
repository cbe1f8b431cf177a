package org.fixator.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * An answer in UTF-8 in another form than the engine's, in memory that serves further answers as soon as this one is
 * closed: a new array for each costs more than what is written to it. Belongs to one thread until it is closed.
 */
public final class AnswerBuffer implements AutoCloseable {

    /** Bytes; smaller ones are not worth the exchange. */
    private static final int SMALLEST = 1 << 13;

    /** Bytes; larger ones are forgotten, and the collector finds them no harder to take than other garbage. */
    private static final int LARGEST_KEPT = 3 << 17;

    /** Bytes that are copied as three numbers. */
    static final int SHORT = 3 * Long.BYTES;

    /** As many as threads can write to at a time. Those that wait for slow clients do without theirs when it comes back. */
    private static final AtomicReferenceArray<byte @Nullable []> FREE =
            new AtomicReferenceArray<>(Runtime.getRuntime().availableProcessors());

    private byte[] bytes;
    private int length;

    /** @param expected bytes; there may be more */
    AnswerBuffer(int expected) {
        byte[] free = taken();
        bytes = free != null && free.length >= expected ? free : new byte[Math.max(SMALLEST, expected)];
    }

    /** A copy of an answer that was written by other means. */
    public static AnswerBuffer of(byte[] answer) {
        return new AnswerBuffer(answer.length).put(answer, 0, answer.length);
    }

    /** Number of bytes. */
    public int length() {
        return length;
    }

    /** Writes the answer at once. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    /** A copy that outlives this. */
    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Nothing may be asked of it any more; it may be closed twice. */
    @Override
    public void close() {
        byte[] free = bytes;
        bytes = new byte[0];
        length = 0;
        for (int i = 0; free.length >= SMALLEST && free.length <= LARGEST_KEPT && i < FREE.length(); i++) {
            if (FREE.compareAndSet(i, null, free)) {
                return;
            }
        }
    }

    private static byte @Nullable [] taken() {
        for (int i = 0; i < FREE.length(); i++) {
            byte[] free = FREE.get(i) == null ? null : FREE.getAndSet(i, null);
            if (free != null) {
                return free;
            }
        }
        return null;
    }

    AnswerBuffer put(byte[] all) {
        return put(all, 0, all.length);
    }

    /** What is short is copied fastest with some of what stands behind it, which is written over. */
    AnswerBuffer put(byte[] from, int start, int end) {
        int size = end - start;
        if (size <= SHORT && start + SHORT <= from.length) {
            room(SHORT);
            EightBytes.copy(from, start, bytes, length);
            EightBytes.copy(from, start + Long.BYTES, bytes, length + Long.BYTES);
            EightBytes.copy(from, start + 2 * Long.BYTES, bytes, length + 2 * Long.BYTES);
        } else {
            room(size);
            System.arraycopy(from, start, bytes, length, size);
        }
        length += size;
        return this;
    }

    /** The first bytes, at most eight, of those that a number holds. */
    AnswerBuffer put(long eight, int size) {
        room(Long.BYTES);
        EightBytes.put(bytes, length, eight);
        length += size;
        return this;
    }

    AnswerBuffer put(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /**
     * Copies a text as far as it can stand in an attribute of XML and in a JSON string alike. It is copied while it is
     * looked at, eight bytes at once, and what was too much is written over.
     *
     * @param from a JSON text in which the string ends
     * @param end of the JSON text
     * @return the place of the first byte that was not copied: a quote, a backslash, an ampersand or a less-than sign
     */
    int putText(byte[] from, int start, int end) {
        room(end - start + Long.BYTES); // what is written at once may reach beyond the end
        int in = start;
        int out = length;
        for (int last = from.length - Long.BYTES; in <= last; in += Long.BYTES, out += Long.BYTES) {
            long eight = EightBytes.get(from, in);
            EightBytes.put(bytes, out, eight);
            long marks = marks(eight);
            if (marks != 0) {
                int plain = EightBytes.before(marks);
                length = out + plain;
                return in + plain;
            }
        }
        for (; !isMarked(from[in]); in++, out++) {
            bytes[out] = from[in];
        }
        length = out;
        return in;
    }

    private static long marks(long eight) {
        long backslash = EightBytes.zeros(eight ^ EightBytes.each('\\'));
        long less = EightBytes.zeros(eight ^ EightBytes.each('<'));
        // A quote and an ampersand differ in this bit only.
        long quoteOrAnd = EightBytes.zeros((eight | EightBytes.each('\4')) ^ EightBytes.each('&'));
        return backslash | less | quoteOrAnd;
    }

    private static boolean isMarked(byte b) {
        return b == '"' || b == '\\' || b == '<' || b == '&';
    }

    /** Makes sure that so many bytes can be written to {@link #bytes} from {@link #length} on. */
    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
