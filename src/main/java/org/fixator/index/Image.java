package org.fixator.index;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Frozen structures as bytes, so that a code system of a hundred thousand concepts is read back at the speed of memory.
 *
 * <p>Layout, little-endian: a head (8 bytes magic, format version, kind), the <em>core</em>, the <em>derived</em> part,
 * and a tail (length of head and core, format version of the derived part, CRC-32C of all bytes before it, magic). The
 * core is what the source said: texts, codes, columns, rows, parents. The derived part can be computed from it: hash
 * tables, intervals, postings, the text index. An image whose derived part is of another version is read all the same, and
 * that part is computed anew; one whose core is of another version is refused. A program that changes the layout of
 * either raises its version.
 *
 * <p>An image is at most 2 GiB.
 *
 * @param core the core, to be read from its beginning
 * @param derived the derived part; {@code null} where it has to be computed
 */
public record Image(ImageInput core, @Nullable ImageInput derived) {

    /** The version of the core's layout. */
    public static final int CORE_VERSION = 1;

    /** The version of the derived part's layout. */
    public static final int DERIVED_VERSION = 2;

    private static final long HEAD_MAGIC = 0x3147_4d49_5845_4946L;
    private static final long TAIL_MAGIC = 0x444e_4547_414d_4946L;
    private static final int HEAD = 16;
    private static final int TAIL = 24;

    /** What an image is of. */
    public enum Kind {
        CODE_SYSTEM(1),
        CONCEPT_MAP(2);

        private final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    /** Writes an image. The stream stays open. */
    public static void write(OutputStream to, Kind kind, Consumer<ImageOutput> core, Consumer<ImageOutput> derived) {
        write(to, kind, core, derived, CORE_VERSION, DERIVED_VERSION);
    }

    static void write(
            OutputStream to,
            Kind kind,
            Consumer<ImageOutput> core,
            Consumer<ImageOutput> derived,
            int coreVersion,
            int derivedVersion) {
        ImageOutput out = new ImageOutput(to);
        out.wide(HEAD_MAGIC);
        out.number(coreVersion);
        out.number(kind.number);
        core.accept(out);
        out.align();
        long coreEnd = out.position();
        derived.accept(out);
        out.align();
        if (out.position() > Integer.MAX_VALUE - TAIL) {
            throw new IllegalStateException(
                    "An image of " + out.position() + " bytes is more than the 2 GiB it may be");
        }
        out.number((int) coreEnd);
        out.number(derivedVersion);
        out.number(out.checksum());
        out.number(0);
        out.wide(TAIL_MAGIC);
        out.flush();
    }

    /**
     * Reads head and tail of an image.
     *
     * @throws ImageException where it is damaged, of another kind, or of another format
     */
    public static Image open(ByteBuffer whole, Kind kind) {
        ByteBuffer buffer = whole.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int size = buffer.limit();
        if (size < HEAD + TAIL || buffer.getLong(0) != HEAD_MAGIC) {
            throw ImageException.damaged("it does not begin like one");
        }
        if (buffer.getInt(Long.BYTES) != CORE_VERSION) {
            throw ImageException.format(buffer.getInt(Long.BYTES), CORE_VERSION);
        }
        int tail = size - TAIL;
        if (buffer.getLong(size - Long.BYTES) != TAIL_MAGIC) {
            throw ImageException.damaged("it does not end like one");
        }
        if (buffer.getInt(tail + 2 * Integer.BYTES) != checksum(buffer, tail + 2 * Integer.BYTES)) {
            throw ImageException.damaged("its checksum is another");
        }
        if (buffer.getInt(Long.BYTES + Integer.BYTES) != kind.number) {
            throw ImageException.damaged("it is not of the kind " + kind);
        }
        int coreEnd = buffer.getInt(tail);
        boolean current = buffer.getInt(tail + Integer.BYTES) == DERIVED_VERSION;
        return new Image(part(buffer, HEAD, coreEnd), current ? part(buffer, coreEnd, tail) : null);
    }

    private static int checksum(ByteBuffer buffer, int end) {
        CRC32C checksum = new CRC32C();
        checksum.update(buffer.duplicate().position(0).limit(end));
        return (int) checksum.getValue();
    }

    private static ImageInput part(ByteBuffer buffer, int from, int to) {
        return new ImageInput(buffer.duplicate().limit(to).position(from));
    }
}
