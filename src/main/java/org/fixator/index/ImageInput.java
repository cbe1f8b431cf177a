package org.fixator.index;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link ImageOutput} wrote, in the same order. Arrays are copied whole. Whatever does not fit throws an
 * {@link ImageException}. Belongs to one thread.
 */
public final class ImageInput {

    private final ByteBuffer buffer;

    /** @param buffer a part of an image; its offsets are those of the whole image */
    ImageInput(ByteBuffer buffer) {
        this.buffer = buffer.order(ByteOrder.LITTLE_ENDIAN);
    }

    public void section(Section expected) {
        align();
        int tag = number();
        if (tag != expected.tag()) {
            throw ImageException.damaged("the section " + expected + " does not begin where it should");
        }
        align();
    }

    public int number() {
        return get(ByteBuffer::getInt);
    }

    public boolean flag() {
        return number() != 0;
    }

    public @Nullable String text() {
        int length = length(1);
        return length == ImageOutput.ABSENT ? null : new String(raw(length), StandardCharsets.UTF_8);
    }

    public String requiredText() {
        String text = text();
        if (text == null) {
            throw ImageException.damaged("a text is missing");
        }
        return text;
    }

    public byte[] bytes() {
        byte[] values = optionalBytes();
        if (values == null) {
            throw ImageException.damaged("an array is missing");
        }
        return values;
    }

    public byte @Nullable [] optionalBytes() {
        int length = length(1);
        if (length == ImageOutput.ABSENT) {
            return null;
        }
        align();
        return raw(length);
    }

    public int[] ints() {
        int[] values = optionalInts();
        if (values == null) {
            throw ImageException.damaged("an array is missing");
        }
        return values;
    }

    public int @Nullable [] optionalInts() {
        int length = length(Integer.BYTES);
        if (length == ImageOutput.ABSENT) {
            return null;
        }
        align();
        if (length > buffer.remaining() / Integer.BYTES) {
            throw tooShort();
        }
        int[] values = new int[length];
        buffer.asIntBuffer().get(values);
        buffer.position(buffer.position() + length * Integer.BYTES);
        return values;
    }

    public <T> List<T> list(Function<ImageInput, T> element) {
        int size = length(1);
        List<T> values = new ArrayList<>(Math.max(size, 0));
        for (int i = 0; i < size; i++) {
            values.add(element.apply(this));
        }
        return values;
    }

    public <T> @Nullable T optional(Function<ImageInput, T> element) {
        return flag() ? element.apply(this) : null;
    }

    /** An array of this length has been read. */
    public static void requireLength(int expected, int found) {
        if (expected != found) {
            throw ImageException.damaged("an array has " + found + " entries instead of " + expected);
        }
    }

    private void align() {
        int over = buffer.position() % ImageOutput.ALIGNMENT;
        if (over > 0) {
            raw(ImageOutput.ALIGNMENT - over);
        }
    }

    /** A length that what is left can hold. */
    private int length(int width) {
        int length = number();
        if (length < ImageOutput.ABSENT || length > buffer.remaining() / width) {
            throw tooShort();
        }
        return length;
    }

    private byte[] raw(int length) {
        if (length > buffer.remaining()) {
            throw tooShort();
        }
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }

    private <T> T get(Function<ByteBuffer, T> read) {
        try {
            return read.apply(buffer);
        } catch (BufferUnderflowException e) {
            throw tooShort();
        }
    }

    private static ImageException tooShort() {
        return ImageException.damaged("it ends too early");
    }
}
