package org.fixator.index;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Writes the parts of an {@link Image} one after another, little-endian; {@link ImageInput} reads them in the same order.
 * Arrays begin at a multiple of eight bytes from the beginning of the image, so that it can be mapped. Belongs to one
 * thread.
 */
public final class ImageOutput {

    static final int ALIGNMENT = 8;
    static final int ABSENT = -1;
    private static final int BUFFER = 1 << 16;
    private static final byte[] PADDING = new byte[ALIGNMENT];

    private final OutputStream out;
    private final CRC32C checksum = new CRC32C();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private long written;

    ImageOutput(OutputStream out) {
        this.out = out;
    }

    /** Marks where a structure begins: what is read is compared with what was to be read. */
    public void section(Section section) {
        align();
        number(section.tag());
        align();
    }

    public void number(int value) {
        reserve(Integer.BYTES);
        buffer.putInt(value);
    }

    void wide(long value) {
        reserve(Long.BYTES);
        buffer.putLong(value);
    }

    public void flag(boolean value) {
        number(value ? 1 : 0);
    }

    public void text(@Nullable String text) {
        if (text == null) {
            number(ABSENT);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        raw(utf8, 0, utf8.length);
    }

    public void bytes(byte @Nullable [] values) {
        number(values == null ? ABSENT : values.length);
        if (values != null) {
            align();
            raw(values, 0, values.length);
        }
    }

    public void ints(int @Nullable [] values) {
        number(values == null ? ABSENT : values.length);
        if (values == null) {
            return;
        }
        align();
        for (int at = 0; at < values.length; ) {
            if (buffer.remaining() < Integer.BYTES) {
                flush();
            }
            int length = Math.min(buffer.remaining() / Integer.BYTES, values.length - at);
            buffer.asIntBuffer().put(values, at, length);
            buffer.position(buffer.position() + length * Integer.BYTES);
            at += length;
        }
    }

    /** A list, each element written by a method. */
    public <T> void list(List<T> values, BiConsumer<ImageOutput, T> element) {
        number(values.size());
        values.forEach(value -> element.accept(this, value));
    }

    /** An element that may be missing. */
    public <T> void optional(@Nullable T value, BiConsumer<ImageOutput, T> element) {
        flag(value != null);
        if (value != null) {
            element.accept(this, value);
        }
    }

    void align() {
        int over = (int) ((written + buffer.position()) % ALIGNMENT);
        if (over > 0) {
            raw(PADDING, 0, ALIGNMENT - over);
        }
    }

    /** Number of bytes so far. */
    long position() {
        return written + buffer.position();
    }

    /** CRC-32C of all bytes so far. */
    int checksum() {
        flush();
        return (int) checksum.getValue();
    }

    void flush() {
        write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private void raw(byte[] bytes, int from, int length) {
        if (length > buffer.remaining()) {
            flush();
        }
        if (length > buffer.remaining()) {
            write(bytes, from, length);
        } else {
            buffer.put(bytes, from, length);
        }
    }

    private void reserve(int length) {
        if (length > buffer.remaining()) {
            flush();
        }
    }

    private void write(byte[] bytes, int from, int length) {
        checksum.update(bytes, from, length);
        written += length;
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
