package org.fixator.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an operation: a resource as JSON, large ones in pieces. For one thread at a time, and read only; what it was
 * written in may serve the next answer after {@link #release}.
 */
public final class OperationAnswer {

    private final int status;
    private final List<byte[]> pieces;
    private byte @Nullable [] whole;
    private @Nullable JsonBytes written;

    private OperationAnswer(int status, byte @Nullable [] whole, @Nullable JsonBytes written, List<byte[]> pieces) {
        this.status = status;
        this.whole = whole;
        this.written = written;
        this.pieces = pieces;
    }

    /**
     * @param status HTTP status: 200, or 4xx with an OperationOutcome
     * @param json the resource in UTF-8
     */
    public OperationAnswer(int status, byte[] json) {
        this(status, json, null, List.of());
    }

    /** @param json the resource, which it becomes the owner of */
    OperationAnswer(int status, JsonBytes json) {
        this(status, null, json, List.of());
    }

    /** @param pieces of the resource in UTF-8, small enough that the collector treats them as it does other garbage */
    OperationAnswer(int status, List<byte[]> pieces) {
        this(status, null, null, List.copyOf(pieces));
    }

    public int status() {
        return status;
    }

    /** The resource in UTF-8, in an array of its own. */
    public byte[] json() {
        byte[] json = whole;
        if (json == null) {
            json = written == null ? joined() : written.bytes();
            release();
            whole = json;
        }
        return json;
    }

    /** An array that begins with the resource, {@link #length} bytes; nobody may change it or look at it after {@link #release}. */
    byte[] array() {
        return written == null ? json() : written.buffer();
    }

    private byte[] joined() {
        byte[] all = new byte[length()];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }

    /** Number of bytes. */
    public int length() {
        if (written != null) {
            return written.length();
        }
        if (whole != null) {
            return whole.length;
        }
        long length = 0;
        for (byte[] piece : pieces) {
            length += piece.length;
        }
        return Math.toIntExact(length);
    }

    /** Writes the resource, without making one array of it. */
    public void writeTo(OutputStream out) throws IOException {
        if (written != null) {
            out.write(written.buffer(), 0, written.length());
        } else if (whole != null) {
            out.write(whole);
        } else {
            for (byte[] piece : pieces) {
                out.write(piece);
            }
        }
    }

    /**
     * Lets the next answer be written where this one was. Of use after it has been sent, when nobody looks at it any more;
     * an answer that is not released is collected as any object is.
     */
    public void release() {
        JsonBytes free = written;
        if (free != null) {
            written = null;
            free.release();
        }
    }
}
